package dev.aiupscale.common.job;

/**
 * The message that an attempt is made for. A message that was put back is followed by a fresh one
 * of the same line and the next generation.
 *
 * @param line names the first message of the line
 * @param generation how many messages of the line came before
 */
public record JobHolder(String line, int generation) {
  /**
   * Whether this message may take the job from {@code holder}: only messages of one line may take
   * it from each other, since of two lines each would take it from the other for ever; and only
   * forward, since a message that was put back may still be there beside the one that follows it.
   */
  public boolean mayTakeFrom(JobHolder holder) {
    return line.equals(holder.line) && generation >= holder.generation;
  }
}

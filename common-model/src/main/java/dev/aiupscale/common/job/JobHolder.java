package dev.aiupscale.common.job;

import org.jspecify.annotations.Nullable;

/**
 * The message that an attempt is made for. A message that was put back is followed by a fresh one
 * of the same line and the next generation, and by several where an answer was lost.
 *
 * @param line names the first message of the line
 * @param generation how many messages of the line came before
 * @param message the queue's name for this very message; null in records from before it was kept
 * @param deliveries how often the queue had delivered this very message when the attempt began
 */
public record JobHolder(String line, int generation, @Nullable String message, int deliveries) {
  /**
   * Whether this message may take the job from {@code holder}: only messages of one line may take
   * it from each other, since of two lines each would take it from the other for ever; and only
   * forward, since a message that was put back may still be there beside those that follow it. Of
   * two of one generation the first one that was worked on keeps the job.
   */
  public boolean mayTakeFrom(JobHolder holder) {
    return line.equals(holder.line)
        && (generation > holder.generation || generation == holder.generation && isSame(holder));
  }

  private boolean isSame(JobHolder holder) {
    return holder.message == null || holder.message.equals(message);
  }
}

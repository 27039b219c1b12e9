package dev.aiupscale.common.plan;

/**
 * The limits that bound the memory of a picture that is led through stages.
 *
 * @param rowBytes of features kept between the stages; a picture too wide for it is cut into strips
 * @param runBytes at work in one run of a stage
 * @param blockBytes of result held while strips are joined
 */
public record StageMemory(long rowBytes, long runBytes, long blockBytes) {
  private static final long MIB = 1 << 20;

  public static StageMemory defaults() {
    return new StageMemory(1000 * MIB, 96 * MIB, 128 * MIB);
  }

  /** What is left to each of several planes of a picture that are worked on at the same time. */
  public StageMemory sharedBy(int planes) {
    return new StageMemory(rowBytes / planes, runBytes, blockBytes / planes);
  }
}

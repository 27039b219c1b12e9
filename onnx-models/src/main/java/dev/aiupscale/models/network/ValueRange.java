package dev.aiupscale.models.network;

/** The numbers that a network takes and gives for black and white. */
public enum ValueRange {
  ZERO_TO_ONE(255),
  ZERO_TO_255(1);

  private final int levels;

  ValueRange(int levels) {
    this.levels = levels;
  }

  /** How many levels of 255 the number 1 stands for. */
  public int levels() {
    return levels;
  }
}

package dev.aiupscale.worker.colour;

/**
 * A row of cells, each a few pixels of the source and what was made of them: what colour it has on
 * average before and after.
 */
final class CellRow {
  /** Pixels of the source that a cell is wide. */
  static final int WIDTH = 16;

  private final double[] weights;
  private final double[] before;
  private final double[] after;

  CellRow(int sourceWidth) {
    int cells = (sourceWidth + WIDTH - 1) / WIDTH;
    this.weights = new double[cells];
    this.before = new double[cells * 3];
    this.after = new double[cells * 3];
  }

  int cells() {
    return weights.length;
  }

  /**
   * Adds a row of pixels.
   *
   * @param evenness how much each pixel counts
   * @param source packed RGB
   * @param boxes for each pixel and channel the sum of the samples that it became
   * @param boxSize how many they are
   */
  void add(float[] evenness, byte[] source, int[] boxes, int boxSize) {
    for (int x = 0; x < evenness.length; x++) {
      int cell = x / WIDTH;
      float weight = evenness[x];
      weights[cell] += weight;
      for (int channel = 0; channel < 3; channel++) {
        before[3 * cell + channel] += weight * (source[3 * x + channel] & 0xff);
        after[3 * cell + channel] += weight * boxes[3 * x + channel] / boxSize;
      }
    }
  }

  double weight(int cell) {
    return weights[cell];
  }

  /** The mean of the source's samples, 0 to 255. */
  double before(int cell, int channel) {
    return before[3 * cell + channel] / weights[cell];
  }

  /** The mean of the result's samples, 0 to 255. */
  double after(int cell, int channel) {
    return after[3 * cell + channel] / weights[cell];
  }
}

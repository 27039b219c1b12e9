package dev.aiupscale.worker.colour;

/**
 * Applies corrections to rows of the result. Between the middles of cells they go over into each
 * other by bilinear interpolation, so that no cell's edge can be seen.
 */
final class CorrectedRow {
  private final int[] left;
  private final int[] right;
  private final float[] shareOfRight;
  private final float[] slopes;
  private final float[] shifts;

  CorrectedRow(int sourceWidth, int cells, int scale) {
    int width = sourceWidth * scale;
    this.left = new int[width];
    this.right = new int[width];
    this.shareOfRight = new float[width];
    this.slopes = new float[cells * 3];
    this.shifts = new float[cells * 3];
    for (int x = 0; x < width; x++) {
      CellPosition position = CellPosition.of(x, scale, CellRow.WIDTH, cells);
      left[x] = 3 * position.first();
      right[x] = 3 * position.second();
      shareOfRight[x] = position.shareOfSecond();
    }
  }

  int cells() {
    return slopes.length / 3;
  }

  /** Changes {@code row}, packed RGB, by what lies between two rows of cells. */
  void apply(byte[] row, Correction upper, Correction lower, float shareOfLower) {
    if (upper.corrected() + lower.corrected() == 0) {
      return;
    }
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = between(upper.slopes()[i], lower.slopes()[i], shareOfLower);
      shifts[i] = between(upper.shifts()[i], lower.shifts()[i], shareOfLower);
    }
    for (int x = 0; x < left.length; x++) {
      for (int channel = 0; channel < 3; channel++) {
        int from = left[x] + channel;
        int to = right[x] + channel;
        float slope = between(slopes[from], slopes[to], shareOfRight[x]);
        float shift = between(shifts[from], shifts[to], shareOfRight[x]);
        int sample = row[3 * x + channel] & 0xff;
        int corrected = Math.round(sample + slope * sample + shift);
        row[3 * x + channel] = (byte) Math.max(0, Math.min(255, corrected));
      }
    }
  }

  private static float between(float first, float second, float shareOfSecond) {
    return first + (second - first) * shareOfSecond;
  }
}

package dev.aiupscale.worker.encode;

import java.util.Arrays;

/**
 * Filters rows for compression by the better of PNG's Sub, Up and Paeth predictors: the one whose
 * residuals have the smallest sum of magnitudes, as the PNG specification (12.7) recommends.
 */
final class PngFilter {
  private static final int SUB = 1;
  private static final int UP = 2;
  private static final int PAETH = 4;
  private static final int[] TYPES = {SUB, UP, PAETH};

  private final int pixel;
  private byte[] above;
  private byte[] row;
  private final byte[][] candidates;

  PngFilter(int rowBytes, int bytesPerPixel) {
    this.pixel = bytesPerPixel;
    this.above = new byte[rowBytes];
    this.row = new byte[rowBytes];
    this.candidates = new byte[TYPES.length][rowBytes];
  }

  /** Bytes of a row with its filter type. */
  int filteredBytes() {
    return row.length + 1;
  }

  /** The next {@code count} rows, each after its filter type. */
  byte[] filter(RowSource rows, int count) {
    byte[] strip = new byte[count * filteredBytes()];
    for (int i = 0; i < count; i++) {
      rows.next(row);
      int best = best();
      strip[i * filteredBytes()] = (byte) TYPES[best];
      System.arraycopy(candidates[best], 0, strip, i * filteredBytes() + 1, row.length);
      byte[] swap = above;
      above = row;
      row = swap;
    }
    return strip;
  }

  private int best() {
    sub(candidates[0]);
    up(candidates[1]);
    paeth(candidates[2]);
    int[] costs = Arrays.stream(candidates).mapToInt(PngFilter::cost).toArray();
    int best = 0;
    for (int i = 1; i < costs.length; i++) {
      best = costs[i] < costs[best] ? i : best;
    }
    return best;
  }

  private void sub(byte[] out) {
    System.arraycopy(row, 0, out, 0, Math.min(pixel, row.length));
    for (int i = pixel; i < row.length; i++) {
      out[i] = (byte) (row[i] - row[i - pixel]);
    }
  }

  private void up(byte[] out) {
    for (int i = 0; i < row.length; i++) {
      out[i] = (byte) (row[i] - above[i]);
    }
  }

  private void paeth(byte[] out) {
    for (int i = 0; i < Math.min(pixel, row.length); i++) {
      out[i] = (byte) (row[i] - above[i]);
    }
    for (int i = pixel; i < row.length; i++) {
      int a = row[i - pixel] & 0xff;
      int b = above[i] & 0xff;
      int c = above[i - pixel] & 0xff;
      int fromA = Math.abs(b - c);
      int fromB = Math.abs(a - c);
      int fromC = Math.abs(a + b - 2 * c);
      int predictor = fromA <= fromB && fromA <= fromC ? a : fromB <= fromC ? b : c;
      out[i] = (byte) (row[i] - predictor);
    }
  }

  private static int cost(byte[] residuals) {
    int sum = 0;
    for (byte residual : residuals) {
      sum += Math.abs(residual);
    }
    return sum;
  }
}

package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.encode.RowSource;

/** The mean of red, green and blue, of a plane that was shown to the network as grey. */
final class GreyRows extends DerivedRows {
  GreyRows(RowSource rgb) {
    super(rgb, 1);
  }

  @Override
  void derive(byte[] rgb, byte[] row) {
    mean(rgb, width(), row, 0);
  }

  /** Puts the means of the first {@code pixels} pixels into {@code grey}, from {@code to} on. */
  static void mean(byte[] rgb, int pixels, byte[] grey, int to) {
    for (int x = 0; x < pixels; x++) {
      int sum = (rgb[3 * x] & 0xff) + (rgb[3 * x + 1] & 0xff) + (rgb[3 * x + 2] & 0xff);
      grey[to + x] = (byte) ((sum + 1) / 3);
    }
  }
}

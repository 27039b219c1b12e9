package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.encode.RowSource;

/** RGBA laid over white, for formats without alpha. */
final class FlattenedRows extends DerivedRows {
  FlattenedRows(RowSource rgba) {
    super(rgba, 3);
  }

  @Override
  void derive(byte[] rgba, byte[] row) {
    for (int x = 0; x < width(); x++) {
      int alpha = rgba[4 * x + 3] & 0xff;
      for (int channel = 0; channel < 3; channel++) {
        int colour = rgba[4 * x + channel] & 0xff;
        row[3 * x + channel] = (byte) ((colour * alpha + 255 * (255 - alpha) + 127) / 255);
      }
    }
  }
}

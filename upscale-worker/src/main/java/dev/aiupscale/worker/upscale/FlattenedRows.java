package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.encode.RowSource;

/** RGBA laid over white, for formats without alpha. */
final class FlattenedRows implements RowSource {
  private final RowSource rgba;
  private final byte[] source;

  FlattenedRows(RowSource rgba) {
    this.rgba = rgba;
    this.source = new byte[rgba.width() * 4];
  }

  @Override
  public int width() {
    return rgba.width();
  }

  @Override
  public int height() {
    return rgba.height();
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public void next(byte[] row) {
    rgba.next(source);
    for (int x = 0; x < rgba.width(); x++) {
      int alpha = source[4 * x + 3] & 0xff;
      for (int channel = 0; channel < 3; channel++) {
        int colour = source[4 * x + channel] & 0xff;
        row[3 * x + channel] = (byte) ((colour * alpha + 255 * (255 - alpha) + 127) / 255);
      }
    }
  }
}

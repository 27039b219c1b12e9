package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.encode.RowSource;

/** The mean of red, green and blue, of a plane that was shown to the network as grey. */
final class GreyRows implements RowSource {
  private final RowSource rgb;
  private final byte[] colours;

  GreyRows(RowSource rgb) {
    this.rgb = rgb;
    this.colours = new byte[rgb.width() * 3];
  }

  @Override
  public int width() {
    return rgb.width();
  }

  @Override
  public int height() {
    return rgb.height();
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public void next(byte[] row) {
    rgb.next(colours);
    for (int x = 0; x < width(); x++) {
      int sum = (colours[3 * x] & 0xff) + (colours[3 * x + 1] & 0xff) + (colours[3 * x + 2] & 0xff);
      row[x] = (byte) ((sum + 1) / 3);
    }
  }
}

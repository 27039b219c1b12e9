package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.encode.RowSource;

/** Colour and alpha joined to RGBA. */
final class RgbaRows implements RowSource {
  private final RowSource rgb;
  private final RowSource alpha;
  private final byte[] colours;
  private final byte[] opacities;

  RgbaRows(RowSource rgb, RowSource alpha) {
    this.rgb = rgb;
    this.alpha = alpha;
    this.colours = new byte[rgb.width() * 3];
    this.opacities = new byte[alpha.width()];
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
    return 4;
  }

  @Override
  public void next(byte[] row) {
    rgb.next(colours);
    alpha.next(opacities);
    for (int x = 0; x < opacities.length; x++) {
      row[4 * x] = colours[3 * x];
      row[4 * x + 1] = colours[3 * x + 1];
      row[4 * x + 2] = colours[3 * x + 2];
      row[4 * x + 3] = opacities[x];
    }
  }
}

package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.encode.RowSource;

/** Colour and alpha joined to RGBA. */
final class RgbaRows extends DerivedRows {
  private final RowSource alpha;
  private final byte[] opacities;

  RgbaRows(RowSource rgb, RowSource alpha) {
    super(rgb, 4);
    this.alpha = alpha;
    this.opacities = new byte[alpha.width()];
  }

  @Override
  void derive(byte[] rgb, byte[] row) {
    alpha.next(opacities);
    for (int x = 0; x < opacities.length; x++) {
      row[4 * x] = rgb[3 * x];
      row[4 * x + 1] = rgb[3 * x + 1];
      row[4 * x + 2] = rgb[3 * x + 2];
      row[4 * x + 3] = opacities[x];
    }
  }
}

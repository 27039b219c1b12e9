package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.decode.PlaneFile;
import dev.aiupscale.worker.encode.RowSource;

/**
 * Upscaled alpha that stays within what the 3 × 3 source pixels around have: the inside of an even
 * area is exactly as in the source, and beside an edge to something translucent, such as a shadow,
 * there is no bright or dark ring.
 */
final class BoundedAlphaRows extends DerivedRows {
  private final PlaneFile alpha;
  private final int width;
  private final int height;
  private final int scale;
  private final byte[] around;
  private final int[] least;
  private final int[] most;
  private int y;

  /**
   * @param alpha of the source, {@code width} by {@code height}, a {@code scale}-th of {@code
   *     upscaled}
   */
  BoundedAlphaRows(RowSource upscaled, PlaneFile alpha, int width, int height, int scale) {
    super(upscaled, 1);
    this.alpha = alpha;
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.around = new byte[3 * width];
    this.least = new int[width];
    this.most = new int[width];
  }

  @Override
  void derive(byte[] upscaled, byte[] row) {
    if (y % scale == 0) {
      look(y / scale);
    }
    for (int x = 0; x < width(); x++) {
      int from = x / scale;
      row[x] = (byte) Math.max(least[from], Math.min(most[from], upscaled[x] & 0xff));
    }
    y++;
  }

  private void look(int sourceY) {
    int first = Math.max(0, sourceY - 1);
    int rows = Math.min(height, sourceY + 2) - first;
    alpha.read(first, rows, around);
    for (int x = 0; x < width; x++) {
      lookAround(x, rows);
    }
  }

  private void lookAround(int x, int rows) {
    least[x] = 255;
    most[x] = 0;
    for (int v = 0; v < rows; v++) {
      for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        int opacity = around[v * width + u] & 0xff;
        least[x] = Math.min(least[x], opacity);
        most[x] = Math.max(most[x], opacity);
      }
    }
  }
}

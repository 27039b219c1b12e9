package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.decode.PlaneFile;
import dev.aiupscale.worker.encode.RowSource;

/**
 * Upscaled alpha in which the inside of every even area is exactly what the source has: wherever
 * the 3 × 3 source pixels around are equal, the network's opinion is replaced by their value.
 */
final class PinnedAlphaRows extends DerivedRows {
  private final PlaneFile alpha;
  private final int width;
  private final int height;
  private final int scale;
  private final byte[] around;
  private final byte[] pinned;
  private final boolean[] even;
  private int y;

  /**
   * @param alpha of the source, {@code width} by {@code height}, a {@code scale}-th of {@code
   *     upscaled}
   */
  PinnedAlphaRows(RowSource upscaled, PlaneFile alpha, int width, int height, int scale) {
    super(upscaled, 1);
    this.alpha = alpha;
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.around = new byte[3 * width];
    this.pinned = new byte[width];
    this.even = new boolean[width];
  }

  @Override
  void derive(byte[] upscaled, byte[] row) {
    if (y % scale == 0) {
      look(y / scale);
    }
    for (int x = 0; x < width(); x++) {
      row[x] = even[x / scale] ? pinned[x / scale] : upscaled[x];
    }
    y++;
  }

  private void look(int sourceY) {
    int first = Math.max(0, sourceY - 1);
    int rows = Math.min(height, sourceY + 2) - first;
    alpha.read(first, rows, around);
    System.arraycopy(around, (sourceY - first) * width, pinned, 0, width);
    for (int x = 0; x < width; x++) {
      even[x] = isEvenAround(x, rows);
    }
  }

  private boolean isEvenAround(int x, int rows) {
    for (int v = 0; v < rows; v++) {
      for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        if (around[v * width + u] != pinned[x]) {
          return false;
        }
      }
    }
    return true;
  }
}

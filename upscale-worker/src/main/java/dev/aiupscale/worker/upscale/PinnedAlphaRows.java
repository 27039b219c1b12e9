package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.decode.PlaneFile;
import dev.aiupscale.worker.encode.RowSource;

/**
 * Upscaled alpha in which the inside of every even area is exactly what the source has: wherever
 * the 3 × 3 source pixels around are equal, the network's opinion is replaced by their value.
 */
final class PinnedAlphaRows implements RowSource {
  private final RowSource upscaled;
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
    this.upscaled = upscaled;
    this.alpha = alpha;
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.around = new byte[3 * width];
    this.pinned = new byte[width];
    this.even = new boolean[width];
  }

  @Override
  public int width() {
    return upscaled.width();
  }

  @Override
  public int height() {
    return upscaled.height();
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public void next(byte[] row) {
    upscaled.next(row);
    if (y % scale == 0) {
      look(y / scale);
    }
    for (int x = 0; x < row.length && x < width(); x++) {
      if (even[x / scale]) {
        row[x] = pinned[x / scale];
      }
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

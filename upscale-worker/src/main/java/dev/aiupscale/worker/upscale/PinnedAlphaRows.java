package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.encode.RowSource;

/**
 * Upscaled alpha in which the inside of every even area is exactly what the source has: wherever
 * the 3 × 3 source pixels around are equal, the network's opinion is replaced by their value.
 */
final class PinnedAlphaRows implements RowSource {
  private final RowSource upscaled;
  private final byte[] alpha;
  private final int width;
  private final int height;
  private final int scale;
  private final boolean[] even;
  private int y;

  /**
   * @param alpha of the source, {@code width} by {@code height}, a {@code scale}-th of {@code
   *     upscaled}
   */
  PinnedAlphaRows(RowSource upscaled, byte[] alpha, int width, int height, int scale) {
    this.upscaled = upscaled;
    this.alpha = alpha;
    this.width = width;
    this.height = height;
    this.scale = scale;
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
    int sourceY = y / scale;
    if (y % scale == 0) {
      for (int x = 0; x < width; x++) {
        even[x] = isEvenAround(x, sourceY);
      }
    }
    for (int x = 0; x < row.length && x < width(); x++) {
      if (even[x / scale]) {
        row[x] = alpha[sourceY * width + x / scale];
      }
    }
    y++;
  }

  private boolean isEvenAround(int x, int y) {
    byte value = alpha[y * width + x];
    for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        if (alpha[v * width + u] != value) {
          return false;
        }
      }
    }
    return true;
  }
}

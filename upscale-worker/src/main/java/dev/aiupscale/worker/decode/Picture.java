package dev.aiupscale.worker.decode;

import dev.aiupscale.common.image.PixelSize;
import org.jspecify.annotations.Nullable;

/**
 * A decoded picture, its pixels in files.
 *
 * @param rgb 3 bytes a pixel, sRGB
 * @param alpha 1 byte a pixel, or null when every pixel is opaque
 */
public record Picture(int width, int height, PlaneFile rgb, @Nullable PlaneFile alpha)
    implements AutoCloseable {
  public PixelSize size() {
    return new PixelSize(width, height);
  }

  @Override
  public void close() {
    rgb.close();
    if (alpha != null) {
      alpha.close();
    }
  }
}

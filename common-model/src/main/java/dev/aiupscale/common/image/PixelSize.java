package dev.aiupscale.common.image;

import org.jspecify.annotations.Nullable;

/** Width and height of a picture in pixels, both at least 1. */
public record PixelSize(int width, int height) {
  public PixelSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture is at least 1 × 1 pixels");
    }
  }

  public long pixels() {
    return (long) width * height;
  }

  public PixelSize times(int factor) {
    return new PixelSize(Math.multiplyExact(width, factor), Math.multiplyExact(height, factor));
  }

  /** The size of a result: the one that was asked for, or else this one times {@code factor}. */
  public PixelSize enlarged(int factor, @Nullable PixelSize asked) {
    return asked == null ? times(factor) : asked;
  }

  @Override
  public String toString() {
    return width + " × " + height;
  }
}

package dev.aiupscale.common.image;

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

  @Override
  public String toString() {
    return width + " × " + height;
  }
}

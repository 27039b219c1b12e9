package dev.aiupscale.common.image;

/**
 * What an upload was: its upright size in pixels, the format its content has ({@code jpeg}, {@code
 * png}, {@code webp}, {@code gif}, {@code bmp}, {@code tiff}), its size in bytes, and whether any
 * pixel is not opaque.
 */
public record SourceImage(int width, int height, String format, long bytes, boolean alpha) {
  public SourceImage {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("an image is at least 1 × 1 pixels");
    }
  }

  public PixelSize size() {
    return new PixelSize(width, height);
  }

  public long pixels() {
    return (long) width * height;
  }
}

package dev.aiupscale.api.image;

/**
 * How large an upload may be.
 *
 * @param maxBytes of the file, at most 1 GiB
 * @param maxPixels width times height, at most 500 million
 */
public record ImageLimits(long maxBytes, long maxPixels) {
  public static final ImageLimits DEFAULT = new ImageLimits(64L << 20, 64_000_000);

  /** The JDK's JPEG codec stops here, and every original is kept as JPEG. */
  public static final int MAX_SIDE = 65_500;

  private static final long MOST_BYTES = 1L << 30;
  private static final long MOST_PIXELS = 500_000_000;

  public ImageLimits {
    if (maxBytes < 1 || maxBytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "maxBytes is 1 to %d, not %d".formatted(MOST_BYTES, maxBytes));
    }
    if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "maxPixels is 1 to %d, not %d".formatted(MOST_PIXELS, maxPixels));
    }
  }
}

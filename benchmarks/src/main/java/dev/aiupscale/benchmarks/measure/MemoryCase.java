package dev.aiupscale.benchmarks.measure;

/**
 * A picture whose peak of memory is measured.
 *
 * @param lossless whether source and result are PNG, else JPEG
 */
public record MemoryCase(int width, int height, int scale, boolean lossless) {
  static final MemoryCase SCREEN_TWOFOLD = new MemoryCase(1920, 1080, 2, false);
  static final MemoryCase CAMERA_FOURFOLD = new MemoryCase(4000, 3000, 4, false);

  /** 64 megapixels become a gigapixel, which no limit of the API lets through by default. */
  static final MemoryCase LARGEST_FOURFOLD = new MemoryCase(9240, 6930, 4, true);
}

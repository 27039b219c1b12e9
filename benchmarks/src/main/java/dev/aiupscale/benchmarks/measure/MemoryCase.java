package dev.aiupscale.benchmarks.measure;

/** A photo whose peak of memory is measured. */
public record MemoryCase(int width, int height, int scale) {
  static final MemoryCase SCREEN_TWOFOLD = new MemoryCase(1920, 1080, 2);
  static final MemoryCase CAMERA_FOURFOLD = new MemoryCase(4000, 3000, 4);
  public static final MemoryCase LOW_FOURFOLD = new MemoryCase(1920, 64, 4);
}

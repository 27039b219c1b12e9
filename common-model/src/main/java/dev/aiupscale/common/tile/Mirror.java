package dev.aiupscale.common.tile;

/**
 * Continues a line of {@code size} pixels beyond its ends by reflection at the end pixels, which
 * are not repeated: {@code …c b | a b c | b a…}. A line of one pixel repeats it.
 */
public record Mirror(int size) {
  public Mirror {
    if (size < 1) {
      throw new IllegalArgumentException("a line has at least 1 pixel");
    }
  }

  /**
   * The pixel, 0 to {@code size - 1}, that stands at {@code index}, however far outside that lies.
   */
  public int at(int index) {
    if (size == 1) {
      return 0;
    }
    int period = 2 * (size - 1);
    int phase = Math.floorMod(index, period);
    return Math.min(phase, period - phase);
  }
}

package dev.aiupscale.api.image.header;

/**
 * Bounds how many pieces a file may be made of, since each costs memory and time: more than any
 * program writes are an attack, not a picture.
 */
final class Parts {
  private static final int MOST = 200_000;

  /** Of progressive JPEGs: the usual ones have 10 scans, and each is a pass over all pixels. */
  private static final long MOST_SCANNED_PIXELS = 2_000_000_000;

  private Parts() {}

  /**
   * @param what the pieces' name
   */
  static void require(int number, String what) {
    if (number > MOST) {
      throw Refusal.corrupt("The file has more than %d %s.".formatted(MOST, what));
    }
  }

  static void requireScans(long scans, long pixels) {
    if (scans * pixels > MOST_SCANNED_PIXELS) {
      throw Refusal.tooLarge(
          "The JPEG codes its %d pixels in %d scans; the limit is %d pixels in all scans."
              .formatted(pixels, scans, MOST_SCANNED_PIXELS));
    }
  }
}

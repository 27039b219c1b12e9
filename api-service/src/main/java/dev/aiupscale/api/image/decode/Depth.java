package dev.aiupscale.api.image.decode;

/** Brings samples of other depths to 8 bit. */
public final class Depth {
  private Depth() {}

  /** 0 to 65535 onto 0 to 255, rounded to the nearest. */
  public static byte from16(int sample) {
    return (byte) ((sample * 255 + 32767) / 65535);
  }

  /**
   * 0 to {@code 2^bits - 1} onto 0 to 255, rounded to the nearest.
   *
   * @param bits 1 to 16
   */
  public static byte from(int sample, int bits) {
    int max = (1 << bits) - 1;
    return (byte) ((sample * 255 + max / 2) / max);
  }
}

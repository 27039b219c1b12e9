package dev.aiupscale.api.image.decode;

/**
 * Turns the four components of a JPEG into amounts of ink. Adobe stores inks inverted, and with
 * transform 2 their complement is coded as YCbCr (JFIF's formula). Without its marker they are
 * taken the same way, as browsers do: there are programs that strip it, hardly any that never had
 * it.
 */
final class AdobeInks {
  private static final int YCCK = 2;

  private AdobeInks() {}

  /**
   * @param samples changed in place
   * @param transform -1 without Adobe's marker
   */
  static void normalise(byte[] samples, int transform) {
    for (int at = 0; at + 3 < samples.length; at += 4) {
      if (transform == YCCK) {
        fromYcc(samples, at);
        samples[at + 3] = (byte) ~samples[at + 3];
      } else {
        for (int i = 0; i < 4; i++) {
          samples[at + i] = (byte) ~samples[at + i];
        }
      }
    }
  }

  /** YCbCr of the inverted inks' complement gives the inks themselves. */
  private static void fromYcc(byte[] samples, int at) {
    int y = samples[at] & 0xff;
    int cb = (samples[at + 1] & 0xff) - 128;
    int cr = (samples[at + 2] & 0xff) - 128;
    samples[at] = clamp(y + 1.402 * cr);
    samples[at + 1] = clamp(y - 0.344136 * cb - 0.714136 * cr);
    samples[at + 2] = clamp(y + 1.772 * cb);
  }

  private static byte clamp(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}

package dev.aiupscale.api.image.decode;

/** Adobe's segment (APP14), by which a JPEG says what its components are. */
final class AdobeMarker {
  private static final int TRANSFORM = 15;

  private AdobeMarker() {}

  /**
   * @param ycc whether components are YCbCr; else they are shown as they are stored
   */
  static byte[] segment(boolean ycc) {
    byte[] segment = {
      (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };
    segment[TRANSFORM] = (byte) (ycc ? 1 : 0);
    return segment;
  }
}

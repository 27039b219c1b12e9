package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.JpegLayout.Segment;

/**
 * The header of one scan: its components, the band of coefficients and the bits that it brings.
 * Sequential frames have one band and all bits in every scan; some writers say otherwise there, at
 * which libjpeg warns and goes on.
 */
public final class JpegScanHeader {
  private static final int LENGTH_FIELD = 2;
  private static final byte LAST_COEFFICIENT = 63;

  private JpegScanHeader() {}

  /**
   * The header as it should be, from its length field on; as long as the file's own.
   *
   * @param scan an SOS segment of {@code file}
   */
  public static byte[] of(UploadBytes file, Segment scan, JpegFrame frame) {
    int start = scan.at() - LENGTH_FIELD;
    byte[] header = file.copy(start, file.u16(start));
    int band = LENGTH_FIELD + 1 + 2 * file.u8(scan.at());
    if (frame.isSequential() && header.length == band + 3) {
      header[band] = 0;
      header[band + 1] = LAST_COEFFICIENT;
      header[band + 2] = 0;
    }
    return header;
  }
}

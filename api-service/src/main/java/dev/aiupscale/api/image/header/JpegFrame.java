package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.JpegLayout.Segment;

/**
 * How a JPEG codes its picture.
 *
 * @param marker the SOF marker, 0xC0 for baseline, 0xC2 for progressive
 * @param ids the components' identifiers
 * @param jfif whether the JFIF marker says that three components are YCbCr
 * @param adobeTransform 0 RGB or CMYK, 1 YCbCr, 2 YCCK; -1 without Adobe's marker. Of one that the
 *     components cannot have libjpeg assumes YCbCr or YCCK, and so does everybody
 */
public record JpegFrame(
    int marker,
    int precision,
    int height,
    int width,
    String ids,
    boolean jfif,
    int adobeTransform) {
  private static final int FIRST_ARITHMETIC = 0xc9;
  private static final int LAST_SEQUENTIAL = 0xc1;
  private static final int INKS = 4;
  private static final int YCC = 1;
  private static final int YCCK = 2;

  public static JpegFrame of(UploadBytes file, JpegLayout layout) {
    int at = layout.frame().at();
    int components = file.u8(at + 5);
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < components; i++) {
      ids.append((char) file.u8(at + 6 + 3 * i));
    }
    boolean jfif = false;
    int adobe = -1;
    for (Segment segment : layout.segments()) {
      jfif |= isJfif(file, segment);
      if (isAdobe(file, segment)) {
        adobe = file.u8(segment.at() + 11);
      }
    }
    return new JpegFrame(
        layout.frame().marker(),
        file.u8(at),
        file.u16(at + 1),
        file.u16(at + 3),
        ids.toString(),
        jfif,
        adobe <= 0 ? adobe : components == INKS ? YCCK : YCC);
  }

  public int components() {
    return ids.length();
  }

  /** Whether each scan brings its components whole. */
  boolean isSequential() {
    return marker <= LAST_SEQUENTIAL || marker == FIRST_ARITHMETIC;
  }

  /**
   * Whether the decoder notices that coded data are missing, so that a file that lacks nothing but
   * its end marker can be shown. With arithmetic coding data may just end.
   */
  public boolean tellsOfMissingData() {
    return marker < FIRST_ARITHMETIC;
  }

  /** Grey or YCbCr with 8 bit, Huffman coded: what every reader of JPEG can show. */
  public boolean isPlain() {
    boolean common = marker >= 0xc0 && marker <= 0xc2 && precision == 8;
    return common && (components() == 1 || components() == 3 && isYcc());
  }

  /** libjpeg's rule: the markers decide, and without them the component identifiers. */
  public boolean isYcc() {
    if (jfif) {
      return true;
    }
    return adobeTransform >= 0 ? adobeTransform == YCC : !ids.equals("RGB");
  }

  static boolean isJfif(UploadBytes file, Segment segment) {
    return segment.marker() == 0xe0 && segment.length() >= 14 && file.has(segment.at(), "JFIF\0");
  }

  public static boolean isAdobe(UploadBytes file, Segment segment) {
    return segment.marker() == 0xee && segment.length() >= 12 && file.has(segment.at(), "Adobe");
  }
}

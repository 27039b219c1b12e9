package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;

/**
 * How a BMP file stores its pixels.
 *
 * @param pixels position of the first stored row
 * @param masks which bits of a pixel are red, green, blue and alpha
 */
record BmpLayout(
    int width,
    int height,
    boolean topDown,
    int bits,
    int compression,
    long pixels,
    Palette palette,
    int[] masks) {
  static final int RLE8 = 1;
  static final int RLE4 = 2;
  private static final int BITFIELDS = 3;
  private static final int ALPHA_BITFIELDS = 6;
  private static final int PIXELS = 10;
  private static final int OS2_HEADER = 12;
  private static final int WINDOWS_HEADER = 40;

  static BmpLayout read(UploadBytes file) {
    int headerSize = (int) file.u32le(14);
    boolean os2 = headerSize == OS2_HEADER;
    int height = os2 ? file.u16le(20) : file.s32le(22);
    int bits = file.u16le(os2 ? 24 : 28);
    int compression = os2 || headerSize < 20 ? 0 : file.s32le(30);
    requireKnown(bits, compression);
    boolean masked = compression == BITFIELDS || compression == ALPHA_BITFIELDS;
    int afterHeader = 14 + headerSize;
    if (file.u32le(PIXELS) < afterHeader) {
      throw Refusal.corrupt("The BMP file says that its pixels begin within its header.");
    }
    int entryBytes = os2 ? 3 : 4;
    int used = os2 || headerSize < 36 ? 0 : file.s32le(46);
    return new BmpLayout(
        os2 ? file.u16le(18) : file.s32le(18),
        Math.abs(height),
        height < 0,
        bits,
        compression,
        file.u32le(PIXELS),
        new Palette(bits > 8 ? new byte[0] : palette(file, afterHeader, entryBytes, bits, used)),
        masked ? masks(file, headerSize, compression) : usualMasks(bits));
  }

  private static void requireKnown(int bits, int compression) {
    if (compression == 4 || compression == 5) {
      throw Refusal.unsupported("The file is a BMP around another format's picture.");
    }
    boolean known =
        switch (compression) {
          case 0 ->
              bits == 1
                  || bits == 2
                  || bits == 4
                  || bits == 8
                  || bits == 24
                  || bits == 16
                  || bits == 32;
          case RLE8 -> bits == 8;
          case RLE4 -> bits == 4;
          case BITFIELDS, ALPHA_BITFIELDS -> bits == 16 || bits == 32;
          default -> false;
        };
    if (!known) {
      throw Refusal.corrupt("The BMP file names a way of storing pixels that does not exist.");
    }
  }

  /**
   * Stored are blue, green, red and mostly one byte more. Wrong counts are common; the palette
   * never reaches into the pixels.
   */
  private static byte[] palette(UploadBytes file, int at, int entryBytes, int bits, int used) {
    int entries = used > 0 && used < 1 << bits ? used : 1 << bits;
    long room = Math.max(0, file.u32le(PIXELS) - at);
    byte[] stored = file.copy(at, (int) Math.min((long) entries * entryBytes, room));
    byte[] rgb = new byte[stored.length / entryBytes * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = stored[i / 3 * entryBytes + 2 - i % 3];
    }
    return rgb;
  }

  private static int[] masks(UploadBytes file, int headerSize, int compression) {
    boolean alpha = compression == ALPHA_BITFIELDS || headerSize >= 56;
    int at = 14 + WINDOWS_HEADER;
    return new int[] {
      file.s32le(at), file.s32le(at + 4), file.s32le(at + 8), alpha ? file.s32le(at + 12) : 0
    };
  }

  private static int[] usualMasks(int bits) {
    return bits == 16 ? new int[] {0x7c00, 0x3e0, 0x1f, 0} : new int[] {0xff0000, 0xff00, 0xff, 0};
  }

  boolean isRunLength() {
    return compression == RLE8 || compression == RLE4;
  }

  int mask(int channel) {
    return masks[channel];
  }
}

package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.colour.Model;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.TiffDirectory;
import dev.aiupscale.api.image.header.UploadBytes;
import java.util.Arrays;

/**
 * What a TIFF page's tags say of its samples; defaults are the specification's (TIFF 6.0), and RGB
 * for three samples of which nothing says what they are.
 *
 * @param photometric 0 and 1 grey, 2 RGB, 3 palette, 5 CMYK, 6 YCbCr
 * @param extra what the sample after the colours is: 1 premultiplied alpha, 2 alpha, -1 not told,
 *     else nothing that is wanted
 * @param lowBitFirst whether the bits of each coded byte stand in the order that fax uses
 * @param palette all reds, then greens, then blues, 16 bit each
 */
record TiffPage(
    int photometric,
    int bits,
    int samples,
    int extra,
    int compression,
    boolean predicted,
    boolean planar,
    boolean lowBitFirst,
    boolean littleEndian,
    boolean tiled,
    int blockWidth,
    int blockHeight,
    long[] offsets,
    long[] lengths,
    long[] palette) {
  static final int GREY_INVERTED = 0;

  /** Pixels of a tile that may be larger than its picture: 2048 × 2048. */
  private static final long LARGEST_SMALL_BLOCK = 1 << 22;

  private static final int NOT_TOLD = -1;
  static final int RGB = 2;
  static final int PALETTE = 3;
  static final int CMYK = 5;
  static final int YCBCR = 6;

  static TiffPage read(UploadBytes file, int width, int height) {
    TiffDirectory page = TiffDirectory.first(file.slice(0, file.size()));
    boolean tiled = page.has(0x0142);
    if (page.number(0x0153, 1) != 1) {
      throw Refusal.unsupported("The file is a TIFF with other than plain whole numbers.");
    }
    int blockWidth = tiled ? side(page.number(0x0142, 0)) : width;
    int blockHeight =
        tiled ? side(page.number(0x0143, 0)) : (int) Math.min(height, page.number(0x0116, height));
    requireBlockOfPage(blockWidth, blockHeight, width, height);
    long[] offsets = page.numbers(tiled ? 0x0144 : 0x0111);
    return new TiffPage(
        (int) page.number(0x0106, page.number(0x0115, 1) < 3 ? 1 : RGB),
        (int) page.number(0x0102, 1),
        (int) page.number(0x0115, 1),
        (int) page.number(0x0152, NOT_TOLD),
        (int) page.number(0x0103, 1),
        page.number(0x013d, 1) == 2,
        page.number(0x011c, 1) == 2,
        page.number(0x010a, 1) == 2,
        file.u8(0) == 'I',
        tiled,
        blockWidth,
        blockHeight,
        offsets,
        lengths(page.numbers(tiled ? 0x0145 : 0x0117), offsets, file.size()),
        page.numbers(0x0140));
  }

  /** Old writers leave lengths out, or at 0: then a block may reach to the end of the file. */
  private static long[] lengths(long[] told, long[] offsets, int end) {
    long[] lengths = Arrays.copyOf(told, offsets.length);
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] == 0) {
        lengths[i] = Math.max(0, end - offsets[i]);
      }
    }
    return lengths;
  }

  /** What is decoded at once has the memory that the page's size told of, or little. */
  private static void requireBlockOfPage(int blockWidth, int blockHeight, int width, int height) {
    long block = (long) blockWidth * blockHeight;
    if (block > Math.max(LARGEST_SMALL_BLOCK, (long) roundedUp(width) * roundedUp(height))) {
      throw Refusal.corrupt("The TIFF file's tiles are far larger than its picture.");
    }
  }

  /** Tiles have sides of multiples of 16. */
  private static int roundedUp(int side) {
    return (side + 15) / 16 * 16;
  }

  private static int side(long side) {
    if (side < 1 || side > 1 << 16) {
      throw Refusal.corrupt("The TIFF file's tiles have an impossible size.");
    }
    return (int) side;
  }

  Model model() {
    boolean alpha = samples > colours() && (extra == 1 || extra == 2 || hasUntoldAlpha());
    return switch (photometric) {
      case RGB, YCBCR -> alpha ? Model.RGBA : Model.RGB;
      case PALETTE -> Model.RGB;
      case CMYK -> alpha ? Model.CMYK_ALPHA : Model.CMYK;
      default -> alpha ? Model.GREY_ALPHA : Model.GREY;
    };
  }

  /**
   * Whether a fourth channel beside red, green and blue is alpha though nothing says so, as libtiff
   * and all that is built on it take it.
   */
  boolean hasUntoldAlpha() {
    return photometric == RGB && samples == 4 && extra == NOT_TOLD;
  }

  /** Stored samples a pixel that are neither colour nor alpha. */
  int surplus() {
    return samples - colours() - (model().hasAlpha() ? 1 : 0);
  }

  /** Stored samples of colour a pixel. */
  int colours() {
    return switch (photometric) {
      case RGB, YCBCR -> 3;
      case CMYK -> 4;
      default -> 1;
    };
  }

  boolean premultiplied() {
    return extra == 1;
  }

  /** Samples of a pixel that stand together: one where each has a plane of its own. */
  int samplesTogether() {
    return planar ? 1 : samples;
  }

  /** Stored planes that the picture needs: extra samples that mean nothing are not read. */
  int planesWanted() {
    return planar ? samples - surplus() : 1;
  }

  /** Whether samples have more than the 8 bits of the picture. */
  boolean deep() {
    return bits > 8 && photometric != PALETTE;
  }

  /** Whether one block holds the picture's samples as they are wanted, and nothing else. */
  boolean isOneBlock(int width, int height) {
    boolean plain = photometric != GREY_INVERTED && photometric != PALETTE && !premultiplied();
    return plain
        && !planar
        && bits == 8
        && samples == model().channels()
        && blockWidth == width
        && blockHeight == height
        && offsets.length == 1;
  }

  int rowBytes() {
    return Math.toIntExact(((long) blockWidth * samplesTogether() * bits + 7) / 8);
  }

  int blocksAcross(int width) {
    return (width + blockWidth - 1) / blockWidth;
  }

  int blocksDown(int height) {
    return (height + blockHeight - 1) / blockHeight;
  }
}

package dev.aiupscale.api.image;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/** Writes pictures turned as an EXIF orientation says, by the standard's own words. */
final class Orientations {
  private static final int HEADER = 8;
  private static final int ENTRIES = 9;

  private Orientations() {}

  /** An uncompressed TIFF whose viewer sees {@code upright} when it heeds the orientation. */
  static byte[] tiff(BufferedImage upright, int orientation) {
    boolean swapped = orientation >= 5;
    int width = swapped ? upright.getHeight() : upright.getWidth();
    int height = swapped ? upright.getWidth() : upright.getHeight();
    int directory = 2 + 12 * ENTRIES + 4;
    ByteBuffer out = ByteBuffer.allocate(HEADER + directory + 3 * width * height);
    out.put(new byte[] {'M', 'M', 0, 42}).putInt(HEADER).putShort((short) ENTRIES);
    entry(out, 0x0100, width);
    entry(out, 0x0101, height);
    entry(out, 0x0102, 8);
    entry(out, 0x0106, 2);
    entry(out, 0x0111, HEADER + directory);
    entry(out, 0x0112, orientation);
    entry(out, 0x0115, 3);
    entry(out, 0x0116, height);
    entry(out, 0x0117, 3 * width * height);
    out.putInt(0);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int rgb = seen(upright, orientation, row, column);
        out.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
      }
    }
    return out.array();
  }

  private static void entry(ByteBuffer out, int tag, int value) {
    out.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
  }

  /** Where the stored row 0 and column 0 are: top and left, top and right, and so on. */
  private static int seen(BufferedImage upright, int orientation, int row, int column) {
    int right = upright.getWidth() - 1;
    int bottom = upright.getHeight() - 1;
    return switch (orientation) {
      case 1 -> upright.getRGB(column, row);
      case 2 -> upright.getRGB(right - column, row);
      case 3 -> upright.getRGB(right - column, bottom - row);
      case 4 -> upright.getRGB(column, bottom - row);
      case 5 -> upright.getRGB(row, column);
      case 6 -> upright.getRGB(right - row, column);
      case 7 -> upright.getRGB(right - row, bottom - column);
      default -> upright.getRGB(row, bottom - column);
    };
  }
}

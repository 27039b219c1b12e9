package dev.aiupscale.api.image;

import java.awt.image.BufferedImage;

/** Reads stored samples out of decoded test pictures, without Java's colour conversion. */
final class Samples {
  private Samples() {}

  /** Red, green, blue and alpha as stored. */
  static int[] at(BufferedImage image, int x, int y) {
    int[] stored = image.getRaster().getPixel(x, y, (int[]) null);
    return switch (stored.length) {
      case 1 -> new int[] {stored[0], stored[0], stored[0], 255};
      case 3 -> new int[] {stored[0], stored[1], stored[2], 255};
      default -> stored;
    };
  }
}

package dev.aiupscale.models.run;

import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Bytes of an RGB picture.
 *
 * @param rgb {@code [height, width, 3]}
 */
public record Pixels(int width, int height, byte[] rgb) {
  public static Pixels of(BufferedImage image) {
    byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
    int i = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int colour = image.getRGB(x, y);
        rgb[i++] = (byte) (colour >> 16);
        rgb[i++] = (byte) (colour >> 8);
        rgb[i++] = (byte) colour;
      }
    }
    return new Pixels(image.getWidth(), image.getHeight(), rgb);
  }

  public static Pixels random(int width, int height, long seed) {
    byte[] rgb = new byte[width * height * 3];
    new Random(seed).nextBytes(rgb);
    return new Pixels(width, height, rgb);
  }

  public int level(int x, int y, int channel) {
    return rgb[(y * width + x) * 3 + channel] & 0xff;
  }

  /** The same picture with one pixel turned into its negative. */
  public Pixels withNegative(int x, int y) {
    byte[] changed = rgb.clone();
    for (int c = 0; c < 3; c++) {
      int i = (y * width + x) * 3 + c;
      changed[i] = (byte) (level(x, y, c) < 128 ? 255 : 0);
    }
    return new Pixels(width, height, changed);
  }

  /** The part of {@code width × height} pixels whose first is at {@code left}, {@code top}. */
  public Pixels part(int left, int top, int partWidth, int partHeight) {
    byte[] part = new byte[partWidth * partHeight * 3];
    for (int y = 0; y < partHeight; y++) {
      System.arraycopy(rgb, ((top + y) * width + left) * 3, part, y * partWidth * 3, partWidth * 3);
    }
    return new Pixels(partWidth, partHeight, part);
  }

  /** The picture less {@code border} pixels on every side. */
  public Pixels inside(int border) {
    return part(border, border, width - 2 * border, height - 2 * border);
  }

  /** Whether a sample of the pixel is another in {@code other}. */
  public boolean differsAt(Pixels other, int x, int y) {
    return level(x, y, 0) != other.level(x, y, 0)
        || level(x, y, 1) != other.level(x, y, 1)
        || level(x, y, 2) != other.level(x, y, 2);
  }

  /** Whether every sample is 0. */
  public boolean isBlack() {
    for (byte sample : rgb) {
      if (sample != 0) {
        return false;
      }
    }
    return true;
  }

  /** The largest difference in levels of 255. */
  public int distance(Pixels other) {
    if (width != other.width || height != other.height) {
      throw new IllegalArgumentException("pictures of unequal sizes");
    }
    int largest = 0;
    for (int i = 0; i < rgb.length; i++) {
      largest = Math.max(largest, Math.abs((rgb[i] & 0xff) - (other.rgb[i] & 0xff)));
    }
    return largest;
  }
}

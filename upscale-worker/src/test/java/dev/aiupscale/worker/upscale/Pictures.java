package dev.aiupscale.worker.upscale;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Makes and reads pictures for tests. */
final class Pictures {
  private Pictures() {}

  /** Smooth shapes with noise on them. */
  static BufferedImage natural(int width, int height, long seed) {
    Random random = new Random(seed);
    double phase = random.nextDouble() * 6;
    return of(
        width,
        height,
        (x, y) -> {
          int noise = random.nextInt(24);
          int red = (int) (110 + 100 * Math.sin(x * 0.21 + phase) * Math.cos(y * 0.13)) + noise;
          int green = (x * 5 + y * 3 + noise) & 0xff;
          int blue = (x / 7 + y / 5) % 2 == 0 ? 220 - noise : 30 + noise;
          return 0xff000000 | (red << 16) | (green << 8) | blue;
        });
  }

  static BufferedImage of(int width, int height, IntBinaryOperator argb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, argb.applyAsInt(x, y));
      }
    }
    return image;
  }

  static Path writePng(BufferedImage image, Path file) {
    try {
      ImageIO.write(image, "png", file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage read(Path file) {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new IOException("not a picture: " + file);
      }
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Packed RGB. */
  static byte[] rgb(BufferedImage image) {
    byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
    for (int y = 0, i = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int argb = image.getRGB(x, y);
        rgb[i++] = (byte) (argb >> 16);
        rgb[i++] = (byte) (argb >> 8);
        rgb[i++] = (byte) argb;
      }
    }
    return rgb;
  }
}

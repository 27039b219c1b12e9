package dev.aiupscale.e2e.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures that no job has had before, so that none is answered from an earlier run. */
final class TestPicture {
  private TestPicture() {}

  static Path png(Path folder, int width, int height) throws IOException {
    return Files.write(folder.resolve(width + "x" + height + ".png"), bytes(width, height));
  }

  /** A PNG that begins well and then ends. */
  static Path tornPng(Path folder) throws IOException {
    byte[] whole = bytes(300, 200);
    return Files.write(folder.resolve("torn.png"), Arrays.copyOf(whole, whole.length / 3));
  }

  private static byte[] bytes(int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int unique = (int) System.nanoTime();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, (x * 255 / width) << 16 | (y * 255 / height) << 8 | ((x ^ y) & 0xff));
      }
    }
    picture.setRGB(0, 0, unique);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}

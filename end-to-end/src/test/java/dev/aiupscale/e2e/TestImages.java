package dev.aiupscale.e2e;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures that tests send. */
public final class TestImages {
  private TestImages() {}

  /** A gradient with seeded speckles: nothing in it is flat. */
  public static byte[] busy(int width, int height, long seed, String format) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    Random random = new Random(seed);
    for (int i = 0; i < width * height / 8; i++) {
      image.setRGB(random.nextInt(width), random.nextInt(height), random.nextInt(1 << 24));
    }
    return bytes(image, format);
  }

  static byte[] flat(int width, int height, Color color) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setColor(color);
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    return bytes(image, "png");
  }

  /** A disc on nothing. */
  static byte[] transparent(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var canvas = image.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillOval(width / 4, height / 4, width / 2, height / 2);
    canvas.dispose();
    return bytes(image, "png");
  }

  /** The beginning of a PNG, which says that it is this large. */
  public static byte[] ofDeclaredSize(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(17);
    header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(header.array());
    ByteBuffer file = ByteBuffer.allocate(33);
    file.putLong(0x89504E470D0A1A0AL).putInt(13).put(header.array()).putInt((int) sum.getValue());
    return file.array();
  }

  private static byte[] bytes(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

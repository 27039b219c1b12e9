package dev.aiupscale.benchmarks.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;

/** Draws something as busy as a photo, the same for the same seed: gradients, shapes, noise. */
public final class SyntheticPhoto {
  private static final int PIXELS_PER_SHAPE = 4000;
  private static final int NOISE = 4;

  private SyntheticPhoto() {}

  public static BufferedImage draw(int width, int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
    pen.fillRect(0, 0, width, height);
    int shapes = Math.max(8, width * height / PIXELS_PER_SHAPE);
    for (int i = 0; i < shapes; i++) {
      shape(pen, random, width, height);
    }
    pen.dispose();
    addNoise(image, random);
    return image;
  }

  private static void shape(Graphics2D pen, SplittableRandom random, int width, int height) {
    double x = random.nextDouble(width);
    double y = random.nextDouble(height);
    double size = 4 + 80 * random.nextDouble() * random.nextDouble();
    pen.setPaint(
        new GradientPaint(
            (float) x,
            (float) y,
            colour(random),
            (float) (x + size),
            (float) (y + size),
            colour(random)));
    if (random.nextBoolean()) {
      pen.fill(new Ellipse2D.Double(x, y, size, size * (0.3 + random.nextDouble())));
    } else {
      pen.draw(new Line2D.Double(x, y, x + size, y + size * (random.nextDouble() - 0.5)));
    }
  }

  private static Color colour(SplittableRandom random) {
    return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  /** The same in the three channels, as most of a camera's noise is. */
  private static void addNoise(BufferedImage image, SplittableRandom random) {
    byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int pixel = 0; pixel < samples.length; pixel += 3) {
      int noise = random.nextInt(NOISE + 1) + random.nextInt(NOISE + 1) - NOISE;
      for (int i = pixel; i < pixel + 3; i++) {
        samples[i] = (byte) Math.max(0, Math.min(255, (samples[i] & 0xff) + noise));
      }
    }
  }
}

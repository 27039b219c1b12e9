package dev.aiupscale.models.own;

import dev.aiupscale.models.run.Pixels;
import java.util.Random;

/** A picture like a photograph: soft light, edges of objects, a little noise. */
final class ProbePicture {
  private static final int OBJECTS = 60;
  private static final int NOISE = 6;

  private ProbePicture() {}

  /** The same seed gives the same picture of {@code side × side} pixels. */
  static Pixels of(int side, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[side * side * 3];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        for (int c = 0; c < 3; c++) {
          double light = Math.sin((x + 40.0 * c) / side * 5) + Math.cos((y - 20.0 * c) / side * 4);
          samples[(y * side + x) * 3 + c] = (float) (128 + 40 * light);
        }
      }
    }
    for (int i = 0; i < OBJECTS; i++) {
      draw(samples, side, random);
    }
    byte[] rgb = new byte[samples.length];
    for (int i = 0; i < rgb.length; i++) {
      double level = samples[i] + random.nextInt(2 * NOISE + 1) - NOISE;
      rgb[i] = (byte) Math.max(0, Math.min(255, Math.round(level)));
    }
    return new Pixels(side, side, rgb);
  }

  /** An ellipse of one colour through which a little of what is behind it shows. */
  private static void draw(float[] samples, int side, Random random) {
    int left = random.nextInt(side);
    int top = random.nextInt(side);
    double width = 2 + random.nextInt(side / 5);
    double height = 2 + random.nextInt(side / 5);
    int[] colour = {random.nextInt(256), random.nextInt(256), random.nextInt(256)};
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (Math.pow((x - left) / width, 2) + Math.pow((y - top) / height, 2) < 1) {
          for (int c = 0; c < 3; c++) {
            int i = (y * side + x) * 3 + c;
            samples[i] = 0.2f * samples[i] + 0.8f * colour[c];
          }
        }
      }
    }
  }
}

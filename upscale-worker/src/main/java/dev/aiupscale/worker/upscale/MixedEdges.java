package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.decode.PlaneFile;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds cut-outs whose soft edges were mixed with a ground, mostly black, as if they had no alpha,
 * and takes it out of them (known as a black or white matte). Over any other ground such edges show
 * a thin line, which a network takes for a drawn outline and makes a bold one.
 *
 * <p>Edges are taken for mixed where the colours of opaque neighbours, mixed with the ground by the
 * pixel's opacity, explain them many times better than the neighbours' colours themselves. Shadows
 * and glows, whose colour does not follow their opacity, do not meet that.
 */
final class MixedEdges {
  /** Fainter pixels say too little: a black shadow's could be mixed ones. */
  private static final int LEAST_OPACITY = 96;

  private static final int MOST_OPACITY = 240;

  /** How many times better: more than black of the least opacity reaches, (255 / 96)². */
  private static final double CLEARLY = 8;

  /** Mean square of the levels below which there is nothing to be seen. */
  private static final double UNSEEN = 100;

  /** Variance in levels² of what lies around from which on it is not one colour. */
  private static final double SEVERAL_COLOURS = 300;

  private static final int LEAST_PIXELS = 16;

  private final int width;
  private final int height;
  private final NearbyRows nearby;
  private final float[] around = new float[3];
  private final double[] errors = new double[Ground.values().length];
  private double errorUnmixed;
  private long pixels;

  private MixedEdges(int width, int height, PlaneFile rgb, PlaneFile alpha) {
    this.width = width;
    this.height = height;
    this.nearby = new NearbyRows(width, height, rgb, alpha);
  }

  /** Changes {@code rgb} in place where a ground is found, and tells which; else null. */
  static @Nullable Ground unmix(int width, int height, PlaneFile rgb, PlaneFile alpha) {
    Ground ground = new MixedEdges(width, height, rgb, alpha).find();
    if (ground != null) {
      takeOut(ground, width, height, rgb, alpha);
    }
    return ground;
  }

  private @Nullable Ground find() {
    for (int y = 0; y < height; y++) {
      nearby.moveTo(y);
      byte[] opacities = nearby.opacities(y);
      for (int x = 0; x < width; x++) {
        int opacity = opacities[x] & 0xff;
        if (opacity >= LEAST_OPACITY && opacity <= MOST_OPACITY && lookAround(x, y)) {
          compare(x, y, opacity);
        }
      }
    }
    for (Ground ground : Ground.values()) {
      boolean seen = pixels >= LEAST_PIXELS && errorUnmixed > 3 * UNSEEN * pixels;
      if (seen && errors[ground.ordinal()] * CLEARLY < errorUnmixed) {
        return ground;
      }
    }
    return null;
  }

  /** The colour of the opaque pixels around; false when there are none, or of several colours. */
  private boolean lookAround(int x, int y) {
    float sum = 0;
    float squares = 0;
    Arrays.fill(around, 0);
    int reach = NearbyRows.REACH;
    for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
      byte[] row = nearby.colours(v);
      byte[] opaque = nearby.opacities(v);
      for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
        if (opaque[u] == (byte) 255) {
          float weight = NearbyRows.weight(u - x, v - y);
          sum += weight;
          for (int i = 0; i < 3; i++) {
            int sample = row[3 * u + i] & 0xff;
            around[i] += weight * sample;
            squares += weight * sample * sample;
          }
        }
      }
    }
    double variance = squares / sum;
    for (int i = 0; i < 3; i++) {
      around[i] /= sum;
      variance -= square(around[i]);
    }
    return sum > 0 && variance < SEVERAL_COLOURS;
  }

  private void compare(int x, int y, int opacity) {
    pixels++;
    for (int i = 0; i < 3; i++) {
      int own = nearby.colours(y)[3 * x + i] & 0xff;
      errorUnmixed += square(own - around[i]);
      for (Ground ground : Ground.values()) {
        errors[ground.ordinal()] += square(own - ground.mixed(around[i], opacity));
      }
    }
  }

  private static double square(double difference) {
    return difference * difference;
  }

  private static void takeOut(
      Ground ground, int width, int height, PlaneFile rgb, PlaneFile alpha) {
    byte[] colours = new byte[3 * width];
    byte[] opacities = new byte[width];
    for (int y = 0; y < height; y++) {
      rgb.read(y, 1, colours);
      alpha.read(y, 1, opacities);
      for (int i = 0; i < colours.length; i++) {
        int opacity = opacities[i / 3] & 0xff;
        if (opacity > 0) {
          colours[i] = (byte) ground.unmixed(colours[i] & 0xff, opacity);
        }
      }
      rgb.write(y, colours);
    }
  }
}

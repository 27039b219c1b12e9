package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Operation.Convolution;
import java.util.function.IntToDoubleFunction;

/**
 * The weights of a convolution in double precision, so that many can be composed without loss.
 *
 * @param weights {@code [out, in, 2·radius + 1, 2·radius + 1]}
 */
record Kernel(int out, int in, int radius, double[] weights) {
  private Kernel(int out, int in, int radius) {
    this(out, in, radius, new double[out * in * (2 * radius + 1) * (2 * radius + 1)]);
  }

  /** The kernel that gives what it takes. */
  static Kernel identity(int channels) {
    Kernel identity = new Kernel(channels, channels, 0);
    for (int c = 0; c < channels; c++) {
      identity.weights[c * channels + c] = 1;
    }
    return identity;
  }

  private int side() {
    return 2 * radius + 1;
  }

  private int window() {
    return side() * side();
  }

  /** The kernel that does in one step what this and then the convolution do. */
  Kernel then(Convolution behind) {
    Kernel composed = new Kernel(behind.out(), in, radius + behind.radius());
    for (int o = 0; o < behind.out(); o++) {
      for (int middle = 0; middle < out; middle++) {
        for (int y = 0; y < behind.kernel(); y++) {
          for (int x = 0; x < behind.kernel(); x++) {
            composed.addShifted(this, middle, y, x, behind.weight(o, middle, y, x), o);
          }
        }
      }
    }
    return composed;
  }

  /** Adds {@code factor} times {@code other}'s channel, moved by y, x from the first corner. */
  private void addShifted(Kernel other, int channel, int y, int x, double factor, int toChannel) {
    if (factor == 0) {
      return;
    }
    for (int i = 0; i < in; i++) {
      for (int row = 0; row < other.side(); row++) {
        int from = ((channel * in + i) * other.side() + row) * other.side();
        int to = ((toChannel * in + i) * side() + row + y) * side() + x;
        for (int column = 0; column < other.side(); column++) {
          weights[to + column] += factor * other.weights[from + column];
        }
      }
    }
  }

  /**
   * Kernel of {@code channels} outputs, those from {@code first} on this one's, the others nothing.
   */
  Kernel placed(int first, int channels) {
    Kernel placed = new Kernel(channels, in, radius);
    System.arraycopy(weights, 0, placed.weights, first * in * window(), weights.length);
    return placed;
  }

  Kernel plus(Kernel other) {
    int common = Math.max(radius, other.radius);
    Kernel sum = new Kernel(out, in, common);
    for (int o = 0; o < out; o++) {
      sum.addShifted(this, o, common - radius, common - radius, 1, o);
      sum.addShifted(other, o, common - other.radius, common - other.radius, 1, o);
    }
    return sum;
  }

  /** Each output channel times its factor. */
  Kernel scaled(IntToDoubleFunction factors) {
    Kernel scaled = new Kernel(out, in, radius);
    int perChannel = in * window();
    for (int i = 0; i < weights.length; i++) {
      scaled.weights[i] = weights[i] * factors.applyAsDouble(i / perChannel);
    }
    return scaled;
  }

  /** This kernel beside others of its outputs and radius, for their inputs joined. */
  Kernel beside(Kernel other) {
    Kernel both = new Kernel(out, in + other.in, radius);
    int mine = in * window();
    int others = other.in * window();
    for (int o = 0; o < out; o++) {
      System.arraycopy(weights, o * mine, both.weights, o * (mine + others), mine);
      System.arraycopy(other.weights, o * others, both.weights, o * (mine + others) + mine, others);
    }
    return both;
  }

  /**
   * @param bias {@code [out]}
   */
  Convolution convolution(double[] bias) {
    return new Convolution(out, in, side(), floats(weights), floats(bias));
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}

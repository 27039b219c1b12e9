package dev.aiupscale.models.network;

/** What a node computes; values are float {@code [1, C, H, W]}. */
public sealed interface Operation {
  /**
   * A convolution of stride 1 that keeps the size (zero padding).
   *
   * @param weights {@code [out, in, kernel, kernel]}, row by row
   * @param bias {@code [out]}
   * @param kernel odd side of the window
   */
  record Convolution(int out, int in, int kernel, float[] weights, float[] bias)
      implements Operation {
    public Convolution {
      if (kernel % 2 == 0 || kernel < 1) {
        throw new IllegalArgumentException("kernel of side " + kernel + ": only odd sides");
      }
      requireLength("weights", (long) out * in * kernel * kernel, weights);
      requireLength("bias", out, bias);
    }

    public int radius() {
      return kernel / 2;
    }

    /** The weight by which output channel {@code o} takes input channel {@code i}. */
    public float weight(int o, int i, int y, int x) {
      return weights[((o * in + i) * kernel + y) * kernel + x];
    }

    /**
     * What this convolution makes of the input channels {@code from} to {@code to} alone.
     *
     * @param biased whether the bias is added
     */
    public Convolution ofInputs(int from, int to, boolean biased) {
      int window = kernel * kernel;
      float[] part = new float[out * (to - from) * window];
      for (int o = 0; o < out; o++) {
        int length = (to - from) * window;
        System.arraycopy(weights, (o * in + from) * window, part, o * length, length);
      }
      return new Convolution(out, to - from, kernel, part, biased ? bias : new float[out]);
    }

    /** The convolution whose result is this one's, each channel times its own factor. */
    public Convolution outputScaled(float[] factors) {
      requireLength("factors", out, factors);
      float[] scaledWeights = weights.clone();
      float[] scaledBias = bias.clone();
      int perChannel = weights.length / out;
      for (int i = 0; i < weights.length; i++) {
        scaledWeights[i] *= factors[i / perChannel];
      }
      for (int o = 0; o < out; o++) {
        scaledBias[o] *= factors[o];
      }
      return new Convolution(out, in, kernel, scaledWeights, scaledBias);
    }

    /** The convolution that gives the same when each channel it takes is divided by its factor. */
    public Convolution inputScaled(float[] factors) {
      requireLength("factors", in, factors);
      float[] scaledWeights = weights.clone();
      for (int i = 0; i < weights.length; i++) {
        scaledWeights[i] *= factors[i / (kernel * kernel) % in];
      }
      return new Convolution(out, in, kernel, scaledWeights, bias);
    }
  }

  record Relu() implements Operation {}

  record LeakyRelu(float slope) implements Operation {}

  /**
   * @param slopes for negative values, one a channel
   */
  record ParametricRelu(float[] slopes) implements Operation {}

  /** Each channel times its own factor: a 1×1 depthwise convolution. */
  record ChannelScale(float[] factors) implements Operation {}

  /** Gives what it takes, in the layout that convolutions have. */
  record Identity() implements Operation {}

  /** Joins the inputs' channels in order. */
  record Concatenation() implements Operation {}

  record Addition() implements Operation {}

  record Multiplication(float factor) implements Operation {}

  /** Channels become a block of pixels. */
  record DepthToSpace(int block, ChannelOrder order) implements Operation {}

  /** The two orders in which channels hold a block: DCR is TensorFlow's, CRD is PyTorch's. */
  enum ChannelOrder {
    DCR,
    CRD
  }

  /** Each pixel becomes {@code factor × factor} equal ones. */
  record NearestUpsampling(int factor) implements Operation {}

  /** Cubic convolution, a = −0.75, pixel centres at halves, border pixels repeated. */
  record BicubicUpsampling(int factor) implements Operation {}

  private static void requireLength(String what, long expected, float[] values) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          what + " holds " + values.length + " numbers, not " + expected);
    }
  }
}

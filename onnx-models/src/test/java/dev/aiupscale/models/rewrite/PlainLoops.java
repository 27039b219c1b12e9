package dev.aiupscale.models.rewrite;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import dev.aiupscale.models.network.Operation.Convolution;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Computes a network in double precision by plain loops. Values are {@code [channel][y][x]}. */
final class PlainLoops {
  private PlainLoops() {}

  static double[][][] run(Network network, double[][][] picture) {
    Map<String, double[][][]> values = new HashMap<>();
    values.put(network.input(), picture);
    for (Node node : network.nodes()) {
      List<double[][][]> inputs = node.inputs().stream().map(values::get).toList();
      values.put(node.name(), run(node.operation(), inputs));
    }
    return Objects.requireNonNull(values.get(network.output()));
  }

  private static double[][][] run(Operation operation, List<double[][][]> inputs) {
    double[][][] in = inputs.get(0);
    // Java 17 has no exhaustive switch over types.
    if (operation instanceof Convolution convolution) {
      return convolve(convolution, in);
    } else if (operation instanceof Operation.Relu) {
      return each(in, (channel, v) -> Math.max(v, 0));
    } else if (operation instanceof Operation.LeakyRelu relu) {
      return each(in, (channel, v) -> v < 0 ? relu.slope() * v : v);
    } else if (operation instanceof Operation.ParametricRelu relu) {
      return each(in, (channel, v) -> v < 0 ? relu.slopes()[channel] * v : v);
    } else if (operation instanceof Operation.ChannelScale scale) {
      return each(in, (channel, v) -> v * scale.factors()[channel]);
    } else if (operation instanceof Operation.Multiplication multiplication) {
      return each(in, (channel, v) -> v * multiplication.factor());
    } else if (operation instanceof Operation.Concatenation) {
      return inputs.stream().flatMap(Arrays::stream).toArray(double[][][]::new);
    } else if (operation instanceof Operation.Addition) {
      return inputs.stream().reduce(PlainLoops::sum).orElseThrow();
    } else if (operation instanceof Operation.NearestUpsampling nearest) {
      int s = nearest.factor();
      return enlarge(in, in.length, s, (c, y, x) -> in[c][y / s][x / s]);
    } else if (operation instanceof Operation.DepthToSpace shuffle) {
      int s = shuffle.block();
      int out = in.length / (s * s);
      return enlarge(in, out, s, (c, y, x) -> in[(y % s * s + x % s) * out + c][y / s][x / s]);
    }
    throw new IllegalArgumentException("no loops for " + operation);
  }

  private static double[][][] convolve(Convolution convolution, double[][][] in) {
    int height = in[0].length;
    int width = in[0][0].length;
    double[][][] out = new double[convolution.out()][height][width];
    for (int o = 0; o < out.length; o++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          out[o][y][x] = convolution.bias()[o] + window(convolution, o, in, y, x);
        }
      }
    }
    return out;
  }

  /** What lies outside of the value counts as zero. */
  private static double window(Convolution convolution, int o, double[][][] in, int y, int x) {
    double sum = 0;
    for (int i = 0; i < in.length; i++) {
      for (int row = 0; row < convolution.kernel(); row++) {
        for (int column = 0; column < convolution.kernel(); column++) {
          int fromY = y + row - convolution.radius();
          int fromX = x + column - convolution.radius();
          if (fromY >= 0 && fromY < in[i].length && fromX >= 0 && fromX < in[i][0].length) {
            sum += convolution.weight(o, i, row, column) * in[i][fromY][fromX];
          }
        }
      }
    }
    return sum;
  }

  private static double[][][] sum(double[][][] a, double[][][] b) {
    return fill(a.length, a[0].length, a[0][0].length, (c, y, x) -> a[c][y][x] + b[c][y][x]);
  }

  private static double[][][] each(double[][][] in, Curve curve) {
    return fill(in.length, in[0].length, in[0][0].length, (c, y, x) -> curve.of(c, in[c][y][x]));
  }

  private static double[][][] enlarge(double[][][] in, int channels, int factor, Sample sample) {
    return fill(channels, in[0].length * factor, in[0][0].length * factor, sample);
  }

  private static double[][][] fill(int channels, int height, int width, Sample sample) {
    double[][][] out = new double[channels][height][width];
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          out[c][y][x] = sample.at(c, y, x);
        }
      }
    }
    return out;
  }

  private interface Curve {
    double of(int channel, double value);
  }

  private interface Sample {
    double at(int channel, int y, int x);
  }
}

package dev.aiupscale.models.ncnn;

import dev.aiupscale.models.network.NetworkBuilder;
import dev.aiupscale.models.network.Operation;
import java.util.ArrayList;
import java.util.List;

/** Turns each ncnn layer that the Real-ESRGAN family uses into nodes. */
record Layers(NetworkBuilder builder, BinWeights weights) {
  private static final int NO_ACTIVATION = 0;
  private static final int RELU = 1;
  private static final int LEAKY_RELU = 2;
  private static final int NEAREST = 1;
  private static final int BICUBIC = 3;

  void add(ParamLine line) {
    switch (line.type()) {
      case "Split" -> line.outputs().forEach(out -> builder.alias(out, line.inputs().get(0)));
      case "Convolution" -> convolution(line);
      case "PReLU" -> add(line, new Operation.ParametricRelu(weights.plain(line.integer(0, 0))));
      case "ReLU" -> add(line, rectifier(line.number(0, 0)));
      case "Concat" -> {
        line.require(0, 0, 0);
        add(line, new Operation.Concatenation());
      }
      case "Eltwise" -> weightedSum(line);
      case "BinaryOp" -> {
        line.require(0, 0, 0);
        line.require(1, 0, 0);
        add(line, new Operation.Addition());
      }
      case "PixelShuffle" -> {
        line.require(1, 0, 0);
        add(line, new Operation.DepthToSpace(line.integer(0, 1), Operation.ChannelOrder.CRD));
      }
      case "Interp" -> interpolation(line);
      default ->
          throw new IllegalArgumentException("layer type " + line.type() + " is not supported");
    }
  }

  private void convolution(ParamLine line) {
    int out = line.integer(0, 0);
    int kernel = line.integer(1, 0);
    line.require(11, kernel, kernel);
    line.require(2, 1, 1);
    line.require(3, 1, 1);
    line.require(4, kernel / 2, 0);
    int count = line.integer(6, 0);
    float[] kernels = weights.tagged(count);
    float[] bias = line.integer(5, 0) == 1 ? weights.plain(out) : new float[out];
    int in = count / (out * kernel * kernel);
    Operation operation = new Operation.Convolution(out, in, kernel, kernels, bias);
    int activation = line.integer(9, NO_ACTIVATION);
    if (activation == NO_ACTIVATION) {
      add(line, operation);
      return;
    }
    String output = line.outputs().get(0);
    String linear = builder.add(output + "/linear", operation, line.inputs());
    builder.add(output, activation(line, activation), List.of(linear));
  }

  private static Operation activation(ParamLine line, int activation) {
    return switch (activation) {
      case RELU -> new Operation.Relu();
      case LEAKY_RELU -> new Operation.LeakyRelu(line.list(10).get(0));
      default -> throw line.unsupported(9);
    };
  }

  private static Operation rectifier(float slope) {
    return slope == 0 ? new Operation.Relu() : new Operation.LeakyRelu(slope);
  }

  private void weightedSum(ParamLine line) {
    line.require(0, 1, 0);
    List<Float> coefficients = line.list(1);
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < line.inputs().size(); i++) {
      String term = line.inputs().get(i);
      float coefficient = coefficients.isEmpty() ? 1 : coefficients.get(i);
      terms.add(
          coefficient == 1
              ? term
              : builder.add(
                  line.outputs().get(0) + "/term" + i,
                  new Operation.Multiplication(coefficient),
                  List.of(term)));
    }
    builder.add(line.outputs().get(0), new Operation.Addition(), terms);
  }

  private void interpolation(ParamLine line) {
    float factor = line.number(1, 1);
    if (factor != Math.rint(factor) || line.number(2, 1) != factor) {
      throw line.unsupported(2);
    }
    line.require(6, 0, 0);
    add(
        line,
        switch (line.integer(0, 0)) {
          case NEAREST -> new Operation.NearestUpsampling((int) factor);
          case BICUBIC -> new Operation.BicubicUpsampling((int) factor);
          default -> throw line.unsupported(0);
        });
  }

  private void add(ParamLine line, Operation operation) {
    builder.add(line.outputs().get(0), operation, line.inputs());
  }
}

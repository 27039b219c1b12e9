package dev.aiupscale.models.onnx;

import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import dev.aiupscale.models.onnx.OnnxGraph.NodeWriter;

/** Writes a network's nodes as the ONNX operators that ONNX Runtime keeps in its fast layout. */
record OperationWriter(OnnxGraph graph) {
  private static final float CUBIC = -0.75f;

  /** Writes {@code node}, with {@code picture} in place of the network's {@code input}. */
  String write(Node node, String input, String picture) {
    String[] inputs =
        node.inputs().stream()
            .map(name -> name.equals(input) ? picture : name)
            .toArray(String[]::new);
    String name = node.name();
    Operation operation = node.operation();
    // Java 17 has no exhaustive switch over types.
    if (operation instanceof Operation.Convolution convolution) {
      return convolution(name, convolution, inputs[0]);
    } else if (operation instanceof Operation.Relu) {
      return graph.add("Relu", name, inputs).done();
    } else if (operation instanceof Operation.LeakyRelu leaky) {
      return graph.add("LeakyRelu", name, inputs).with("alpha", leaky.slope()).done();
    } else if (operation instanceof Operation.ParametricRelu relu) {
      String slopes = graph.constant(name + "/slopes", relu.slopes(), relu.slopes().length, 1, 1);
      return graph.add("PRelu", name, inputs[0], slopes).done();
    } else if (operation instanceof Operation.ChannelScale scale) {
      return channelScale(name, scale.factors(), inputs[0]);
    } else if (operation instanceof Operation.Identity) {
      // ONNX Runtime would remove an Identity; the largest of one value it computes in its layout.
      return graph.add("MaxPool", name, inputs).with("kernel_shape", 1, 1).done();
    } else if (operation instanceof Operation.Concatenation) {
      return graph.add("Concat", name, inputs).with("axis", 1).done();
    } else if (operation instanceof Operation.Addition) {
      return graph.add(inputs.length == 2 ? "Add" : "Sum", name, inputs).done();
    } else if (operation instanceof Operation.Multiplication multiplication) {
      String factor = graph.constant(name + "/factor", multiplication.factor());
      return graph.add("Mul", name, inputs[0], factor).done();
    } else if (operation instanceof Operation.DepthToSpace shuffle) {
      return graph
          .add("DepthToSpace", name, inputs)
          .with("blocksize", shuffle.block())
          .with("mode", shuffle.order().name())
          .done();
    } else if (operation instanceof Operation.NearestUpsampling nearest) {
      return resize(name, inputs[0], nearest.factor())
          .with("mode", "nearest")
          .with("nearest_mode", "floor")
          .with("coordinate_transformation_mode", "asymmetric")
          .done();
    } else if (operation instanceof Operation.BicubicUpsampling bicubic) {
      return resize(name, inputs[0], bicubic.factor())
          .with("mode", "cubic")
          .with("cubic_coeff_a", CUBIC)
          .with("coordinate_transformation_mode", "half_pixel")
          .done();
    }
    throw new IllegalArgumentException("no ONNX operator for " + operation);
  }

  private String convolution(String name, Operation.Convolution convolution, String input) {
    int kernel = convolution.kernel();
    int pad = convolution.radius();
    String weights =
        graph.constant(
            name + "/weights",
            convolution.weights(),
            convolution.out(),
            convolution.in(),
            kernel,
            kernel);
    String bias = graph.constant(name + "/bias", convolution.bias(), convolution.out());
    return graph
        .add("Conv", name, input, weights, bias)
        .with("kernel_shape", kernel, kernel)
        .with("pads", pad, pad, pad, pad)
        .done();
  }

  private String channelScale(String name, float[] factors, String input) {
    String weights = graph.constant(name + "/factors", factors, factors.length, 1, 1, 1);
    return graph
        .add("Conv", name, input, weights)
        .with("group", factors.length)
        .with("kernel_shape", 1, 1)
        .done();
  }

  private NodeWriter resize(String name, String input, int factor) {
    String scales = graph.constant(name + "/scales", new float[] {1, 1, factor, factor}, 4);
    return graph.add("Resize", name, input, "", scales);
  }
}

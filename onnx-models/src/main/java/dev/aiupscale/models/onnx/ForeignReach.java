package dev.aiupscale.models.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How far from a result's pixel the picture can have a say in it, by the operators of an exported
 * graph: an upper bound, since offsets of windows add up as if all pointed one way. Nothing is said
 * of a graph with an operator that sees the whole picture, or that is not known here.
 */
final class ForeignReach {
  /** Operators that make each sample of those at the same place. */
  private static final Set<String> POINTWISE =
      Set.of(
          "Abs",
          "Add",
          "BatchNormalization",
          "Cast",
          "Clip",
          "Div",
          "Dropout",
          "Elu",
          "Erf",
          "Exp",
          "Gelu",
          "HardSigmoid",
          "HardSwish",
          "Identity",
          "LeakyRelu",
          "Log",
          "Max",
          "Min",
          "Mish",
          "Mul",
          "Neg",
          "PRelu",
          "Pow",
          "Relu",
          "Selu",
          "Sigmoid",
          "Softplus",
          "Sqrt",
          "Sub",
          "Sum",
          "Tanh");

  private static final int CHANNEL_AXIS = 1;
  private static final int SCALES_INPUT = 2;
  private static final int RANK = 4;

  private final Map<String, TensorProto> constants = new HashMap<>();
  private final Map<String, Extent> extents = new HashMap<>();

  /**
   * What is known of a value.
   *
   * @param step pixels of the picture from one sample to the next
   * @param reach pixels of the picture to each side that a sample is made of
   */
  private record Extent(double step, double reach) {
    Extent widened(double samples) {
      return new Extent(step, reach + samples * step);
    }

    Extent spaced(double factor) {
      return new Extent(step * factor, reach);
    }
  }

  private ForeignReach(GraphProto graph) {
    graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
  }

  /**
   * @param picture name of the graph's input
   * @param result name of a value
   * @return in pixels of the picture, rounded up; empty when the graph does not tell
   */
  static OptionalInt of(GraphProto graph, String picture, String result) {
    ForeignReach reach = new ForeignReach(graph);
    reach.extents.put(picture, new Extent(1, 0));
    for (NodeProto node : graph.getNodeList()) {
      if (node.getOpType().equals("Constant")) {
        reach.keep(node);
      } else {
        reach.follow(node);
      }
    }
    Extent whole = reach.extents.get(result);
    return whole == null ? OptionalInt.empty() : OptionalInt.of((int) Math.ceil(whole.reach()));
  }

  private void keep(NodeProto node) {
    NodeAttributes.of(node)
        .tensor("value")
        .ifPresent(value -> constants.put(node.getOutput(0), value));
  }

  /** A value of which nothing is said is not there, and neither is what is made of it. */
  private void follow(NodeProto node) {
    List<Extent> inputs = new ArrayList<>();
    for (String name : node.getInputList()) {
      if (extents.containsKey(name)) {
        inputs.add(extents.get(name));
      } else if (!name.isEmpty() && !constants.containsKey(name)) {
        return;
      }
    }
    if (inputs.isEmpty() || inputs.stream().anyMatch(one -> one.step() != inputs.get(0).step())) {
      return;
    }
    double reach = Collections.max(inputs.stream().map(Extent::reach).toList());
    extent(node, new Extent(inputs.get(0).step(), reach))
        .ifPresent(made -> node.getOutputList().forEach(name -> extents.put(name, made)));
  }

  private Optional<Extent> extent(NodeProto node, Extent before) {
    String operator = node.getOpType();
    if (POINTWISE.contains(operator)) {
      return Optional.of(before);
    }
    return switch (operator) {
      case "Concat", "Split" ->
          NodeAttributes.of(node).number("axis", 0) == CHANNEL_AXIS
              ? Optional.of(before)
              : Optional.empty();
      case "Conv", "MaxPool", "AveragePool" -> window(node, before);
      case "ConvTranspose" -> transposedWindow(node, before);
      case "DepthToSpace" ->
          Optional.of(before.spaced(1.0 / NodeAttributes.of(node).number("blocksize", 1)));
      case "SpaceToDepth" -> {
        long block = NodeAttributes.of(node).number("blocksize", 1);
        yield Optional.of(before.widened(block - 1).spaced(block));
      }
      case "Resize", "Upsample" -> resized(node, before);
      default -> Optional.empty();
    };
  }

  private Optional<Extent> window(NodeProto node, Extent before) {
    List<Long> kernel = kernel(node);
    List<Long> strides = NodeAttributes.of(node).numbers("strides", kernel.size());
    if (kernel.isEmpty() || !Collections.min(strides).equals(Collections.max(strides))) {
      return Optional.empty();
    }
    List<Long> dilations = NodeAttributes.of(node).numbers("dilations", kernel.size());
    List<Long> pads = NodeAttributes.of(node).numbers("pads");
    long farthest = 0;
    for (int axis = 0; axis < kernel.size(); axis++) {
      long span = (kernel.get(axis) - 1) * dilations.get(axis);
      long left = pads.isEmpty() ? 0 : pads.get(axis);
      farthest = Math.max(farthest, Math.max(left, span - left));
    }
    return Optional.of(before.widened(farthest).spaced(strides.get(0)));
  }

  /** Sample {@code o} is made of those {@code i} with {@code 0 ≤ o + pad − i · stride < kernel}. */
  private Optional<Extent> transposedWindow(NodeProto node, Extent before) {
    List<Long> kernel = kernel(node);
    List<Long> strides = NodeAttributes.of(node).numbers("strides", kernel.size());
    List<Long> pads = NodeAttributes.of(node).numbers("pads");
    boolean isPlain = Collections.max(NodeAttributes.of(node).numbers("dilations", 1)) == 1;
    if (kernel.isEmpty()
        || !isPlain
        || !Collections.min(strides).equals(Collections.max(strides))) {
      return Optional.empty();
    }
    long farthest = 0;
    for (int axis = 0; axis < kernel.size(); axis++) {
      long pad = pads.isEmpty() ? 0 : pads.get(axis);
      long side = Math.max(pad, kernel.get(axis) - 1 - pad);
      farthest = Math.max(farthest, (side + strides.get(axis) - 1) / strides.get(axis));
    }
    return Optional.of(before.widened(farthest).spaced(1.0 / strides.get(0)));
  }

  private Optional<Extent> resized(NodeProto node, Extent before) {
    Optional<Double> factor = factor(node);
    String corners = NodeAttributes.of(node).text("coordinate_transformation_mode", "half_pixel");
    if (factor.isEmpty()
        || corners.equals("align_corners")
        || corners.equals("tf_crop_and_resize")) {
      return Optional.empty();
    }
    int taps =
        switch (NodeAttributes.of(node).text("mode", "nearest")) {
          case "nearest" -> Math.rint(factor.get()) == factor.get() ? 0 : 1;
          case "linear" -> 1;
          default -> 2;
        };
    return Optional.of(before.widened(taps).spaced(1 / factor.get()));
  }

  /** By which both sides grow, where the graph says it as a number. */
  private Optional<Double> factor(NodeProto node) {
    int input = node.getOpType().equals("Upsample") ? 1 : SCALES_INPUT;
    if (node.getInputCount() <= input) {
      return Optional.empty();
    }
    TensorProto tensor = constants.get(node.getInput(input));
    float[] scales = tensor == null ? new float[0] : floats(tensor);
    boolean isEven = scales.length == RANK && scales[2] == scales[3] && scales[2] > 0;
    return isEven ? Optional.of((double) scales[2]) : Optional.empty();
  }

  private static float[] floats(TensorProto tensor) {
    if (tensor.getFloatDataCount() > 0) {
      float[] values = new float[tensor.getFloatDataCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
      return values;
    }
    var bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  /** The sides of a window; empty when the graph does not tell. */
  private List<Long> kernel(NodeProto node) {
    List<Long> given = NodeAttributes.of(node).numbers("kernel_shape");
    boolean isAutomatic = !NodeAttributes.of(node).text("auto_pad", "NOTSET").equals("NOTSET");
    if (!given.isEmpty() || node.getInputCount() < 2) {
      return isAutomatic ? List.of() : given;
    }
    TensorProto weights = constants.get(node.getInput(1));
    return isAutomatic || weights == null || weights.getDimsCount() != RANK
        ? List.of()
        : weights.getDimsList().subList(2, RANK);
  }
}

package dev.aiupscale.worker.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a network tell whether what it computed is finite. The bytes that it gives cannot show it:
 * clipping and the cast turn NaN into black and an infinite number into white. So the mean of the
 * samples before them becomes a second output; one NaN or infinite sample makes it so as well.
 */
final class FiniteGuard {
  /** The output's name; float32, {@code [N, channels, 1, 1]}. */
  static final String OUTPUT = "worker/means";

  /** Operators that give a sample for each sample, so that one may look at what goes into them. */
  private static final Set<String> SAMPLE_BY_SAMPLE =
      Set.of(
          "Transpose",
          "Identity",
          "Clip",
          "Min",
          "Max",
          "Round",
          "Floor",
          "Ceil",
          "Add",
          "Sub",
          "Mul",
          "Div",
          "DepthToSpace");

  private FiniteGuard() {}

  /**
   * @return whether the network has such a place: one that computes in integers has none
   */
  static boolean add(GraphProto.Builder graph, String image) {
    Optional<String> samples = samplesBeforeClipping(graph, image);
    if (samples.isEmpty()) {
      return false;
    }
    String floats = OUTPUT + "/float";
    graph.addNode(
        node("Cast", samples.get(), floats)
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("to")
                    .setType(AttributeType.INT)
                    .setI(DataType.FLOAT.getNumber())));
    graph.addNode(node("GlobalAveragePool", floats, OUTPUT));
    TypeProto.Tensor type =
        TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber()).build();
    graph.addOutput(
        ValueInfoProto.newBuilder()
            .setName(OUTPUT)
            .setType(TypeProto.newBuilder().setTensorType(type)));
    return true;
  }

  private static Optional<String> samplesBeforeClipping(GraphProto.Builder graph, String image) {
    Map<String, NodeProto> producers = new HashMap<>();
    graph.getNodeList().forEach(n -> n.getOutputList().forEach(name -> producers.put(name, n)));
    Set<String> constants = constants(graph);
    String value = image;
    boolean isFloat = false;
    NodeProto node;
    while ((node = producers.get(value)) != null) {
      boolean cast = node.getOpType().equals("Cast");
      if (cast && isFloat || !cast && !SAMPLE_BY_SAMPLE.contains(node.getOpType())) {
        break;
      }
      var variable =
          node.getInputList().stream().filter(name -> !constants.contains(name)).toList();
      if (variable.size() != 1) {
        break;
      }
      value = variable.get(0);
      isFloat |= cast;
    }
    return isFloat ? Optional.of(value) : Optional.empty();
  }

  private static Set<String> constants(GraphProto.Builder graph) {
    Set<String> names = new HashSet<>();
    names.add("");
    graph.getInitializerList().stream().map(TensorProto::getName).forEach(names::add);
    graph.getNodeList().stream()
        .filter(node -> node.getOpType().equals("Constant"))
        .forEach(node -> names.addAll(node.getOutputList()));
    return names;
  }

  private static NodeProto.Builder node(String type, String input, String output) {
    return NodeProto.newBuilder().setOpType(type).setName(output).addInput(input).addOutput(output);
  }
}

package dev.aiupscale.worker.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a network compute in half precision: its weights and casts become float16. It takes and
 * gives what it did before.
 */
final class HalfPrecision {
  private static final int FLOAT = DataType.FLOAT.getNumber();
  private static final int HALF = DataType.FLOAT16.getNumber();

  private HalfPrecision() {}

  /**
   * @return whether the model allows it; when not, the graph is as it was
   */
  static boolean apply(GraphProto.Builder graph) {
    if (!isAllowed(graph)) {
      return false;
    }
    Set<String> staysFloat = scalesOfResizing(graph);
    for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
      if (tensor.getDataType() == FLOAT && !staysFloat.contains(tensor.getName())) {
        toHalf(tensor);
      }
    }
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      boolean scales = node.getOutputList().stream().anyMatch(staysFloat::contains);
      for (AttributeProto.Builder attribute : node.getAttributeBuilderList()) {
        if (node.getOpType().equals("Cast") && attribute.getI() == FLOAT) {
          attribute.setI(HALF);
        } else if (attribute.hasT() && attribute.getT().getDataType() == FLOAT && !scales) {
          toHalf(attribute.getTBuilder());
        }
      }
    }
    castAtTheDoors(graph);
    // What is said of values between the nodes no longer holds.
    graph.clearValueInfo();
    return true;
  }

  /** Parts of a network take and give float32, whatever they compute with. */
  private static void castAtTheDoors(GraphProto.Builder graph) {
    for (ValueInfoProto input : graph.getInputList()) {
      if (isFloat(input)) {
        graph.addNode(0, cast(input.getName(), renamed(graph, input.getName()), HALF));
      }
    }
    for (ValueInfoProto output : graph.getOutputList()) {
      if (isFloat(output)) {
        graph.addNode(cast(renamed(graph, output.getName()), output.getName(), FLOAT));
      }
    }
  }

  private static String renamed(GraphProto.Builder graph, String value) {
    String half = value + "/half";
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      for (int i = 0; i < node.getInputCount(); i++) {
        if (node.getInput(i).equals(value)) {
          node.setInput(i, half);
        }
      }
      for (int i = 0; i < node.getOutputCount(); i++) {
        if (node.getOutput(i).equals(value)) {
          node.setOutput(i, half);
        }
      }
    }
    return half;
  }

  private static boolean isFloat(ValueInfoProto value) {
    return value.getType().getTensorType().getElemType() == FLOAT;
  }

  private static NodeProto.Builder cast(String from, String to, int type) {
    return NodeProto.newBuilder()
        .setOpType("Cast")
        .setName(to + "/cast")
        .addInput(from)
        .addOutput(to)
        .addAttribute(
            AttributeProto.newBuilder().setName("to").setType(AttributeType.INT).setI(type));
  }

  private static boolean isAllowed(GraphProto.Builder graph) {
    return graph.getNodeList().stream()
            .flatMap(node -> node.getAttributeList().stream())
            .noneMatch(HalfPrecision::hidesAGraphOrALargeNumber)
        && graph.getInitializerList().stream().allMatch(HalfPrecision::fits);
  }

  private static boolean hidesAGraphOrALargeNumber(AttributeProto attribute) {
    return attribute.getType() == AttributeType.GRAPH
        || attribute.getType() == AttributeType.GRAPHS
        || attribute.hasT() && !fits(attribute.getT());
  }

  private static boolean fits(TensorProto tensor) {
    if (tensor.getDataType() != FLOAT) {
      return true;
    }
    for (float value : values(tensor)) {
      if (!(Math.abs(value) <= HalfFloat.MAX)) {
        return false;
      }
    }
    return true;
  }

  /** Resize takes its region and scales as float32 whatever it resizes. */
  private static Set<String> scalesOfResizing(GraphProto.Builder graph) {
    Set<String> names = new HashSet<>();
    for (NodeProto node : graph.getNodeList()) {
      if (node.getOpType().equals("Resize") || node.getOpType().equals("Upsample")) {
        List<String> inputs = node.getInputList();
        names.addAll(inputs.subList(1, inputs.size()));
      }
    }
    return names;
  }

  private static void toHalf(TensorProto.Builder tensor) {
    float[] values = values(tensor.build());
    ByteBuffer halves =
        ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      halves.putShort(HalfFloat.bits(value));
    }
    tensor.clearFloatData().setDataType(HALF);
    tensor.setRawData(UnsafeByteOperations.unsafeWrap(halves.flip()));
  }

  private static float[] values(TensorProto tensor) {
    if (!tensor.hasRawData()) {
      float[] values = new float[tensor.getFloatDataCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
      return values;
    }
    ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[raw.remaining() / Float.BYTES];
    raw.asFloatBuffer().get(values);
    return values;
  }
}

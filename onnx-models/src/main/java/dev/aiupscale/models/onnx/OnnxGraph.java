package dev.aiupscale.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Adds nodes and constants to an ONNX graph without the noise of its message classes. */
final class OnnxGraph {
  private final GraphProto.Builder graph = GraphProto.newBuilder();

  GraphProto.Builder builder() {
    return graph;
  }

  /** Begins a node that makes the one value {@code name}; an empty input name leaves one out. */
  NodeWriter add(String operator, String name, String... inputs) {
    return new NodeWriter(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(name)
            .addAllInput(List.of(inputs))
            .addOutput(name));
  }

  /** A float32 tensor that belongs to the file; no sides make a single number. */
  String constant(String name, float[] values, long... sides) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.FLOAT.getNumber())
            .setRawData(UnsafeByteOperations.unsafeWrap(bytes));
    for (long side : sides) {
      tensor.addDims(side);
    }
    graph.addInitializer(tensor);
    return name;
  }

  String constant(String name, float value) {
    return constant(name, new float[] {value});
  }

  /** An int64 tensor of one side that belongs to the file. */
  String integers(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.INT64.getNumber())
            .addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** The declaration of one picture, {@code [1, height, width, 3]}. */
  static ValueInfoProto image(String name, DataType type, String height, String width) {
    return value(name, type, side(1), side(height), side(width), side(3));
  }

  /** The declaration of a value within a network, float {@code [1, channels, H, W]}. */
  static ValueInfoProto features(String name, int channels) {
    return value(name, DataType.FLOAT, side(1), side(channels), side("H"), side("W"));
  }

  private static Dimension side(long length) {
    return Dimension.newBuilder().setDimValue(length).build();
  }

  private static Dimension side(String name) {
    return Dimension.newBuilder().setDimParam(name).build();
  }

  private static ValueInfoProto value(String name, DataType type, Dimension... sides) {
    TensorShapeProto shape = TensorShapeProto.newBuilder().addAllDim(List.of(sides)).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }

  /** Gives a begun node its attributes. */
  final class NodeWriter {
    private final NodeProto.Builder node;

    private NodeWriter(NodeProto.Builder node) {
      this.node = node;
    }

    NodeWriter with(String attribute, long value) {
      return with(of(attribute, AttributeType.INT).setI(value));
    }

    NodeWriter with(String attribute, long first, long... others) {
      AttributeProto.Builder list = of(attribute, AttributeType.INTS).addInts(first);
      for (long value : others) {
        list.addInts(value);
      }
      return with(list);
    }

    NodeWriter with(String attribute, float value) {
      return with(of(attribute, AttributeType.FLOAT).setF(value));
    }

    NodeWriter with(String attribute, String value) {
      return with(of(attribute, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
    }

    /** Puts the node into the graph and returns its value's name. */
    String done() {
      graph.addNode(node);
      return node.getName();
    }

    private NodeWriter with(AttributeProto.Builder attribute) {
      node.addAttribute(attribute);
      return this;
    }

    private static AttributeProto.Builder of(String name, AttributeType type) {
      return AttributeProto.newBuilder().setName(name).setType(type);
    }
  }
}

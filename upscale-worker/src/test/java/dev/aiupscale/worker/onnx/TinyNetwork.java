package dev.aiupscale.worker.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.model.ModelDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A network of two 3 × 3 convolutions with made-up weights and a receptive field of 2 px, under the
 * contract of every model file: quick to make and to run.
 */
public final class TinyNetwork {
  private static final int FLOAT = 1;
  private static final int UINT8 = 2;
  private static final int FEATURES = 6;

  private TinyNetwork() {}

  /**
   * Writes the ONNX file into {@code directory}; {@code gain} 0 gives a network that makes black.
   */
  public static ModelDescriptor write(Path directory, int scale, float gain) throws IOException {
    return write(directory, scale, gain, Fault.NONE);
  }

  /** A network that does wrong for tiles with a sample of more than 250. */
  public static ModelDescriptor write(Path directory, int scale, Fault fault) throws IOException {
    return write(directory, scale, 1, fault);
  }

  private static ModelDescriptor write(Path directory, int scale, float gain, Fault fault)
      throws IOException {
    Random random = new Random(7);
    TensorProto first = weights("w1", random, gain, FEATURES, 3);
    TensorProto second = weights("w2", random, 1, 3 * scale * scale, FEATURES);
    String name = "tiny-x" + scale + "-" + gain + "-" + fault;
    return write(directory, name, scale, model(scale, first, second, 0, fault));
  }

  /**
   * Writes a network that only repeats pixels and changes their colours, as networks do unasked.
   *
   * @param colours how much of each source channel goes into red, green and blue
   * @param shift added to each sample, in levels of 255
   */
  public static ModelDescriptor drifting(Path directory, int scale, float[][] colours, float shift)
      throws IOException {
    TensorProto first = pointwise("w1", FEATURES, 3, (out, in) -> out == in ? 1 : 0);
    TensorProto second =
        pointwise(
            "w2", 3 * scale * scale, FEATURES, (out, in) -> in < 3 ? colours[out % 3][in] : 0);
    return write(
        directory, "drifting-x" + scale, scale, model(scale, first, second, shift, Fault.NONE));
  }

  private static ModelDescriptor write(Path directory, String name, int scale, ModelProto model)
      throws IOException {
    byte[] onnx = model.toByteArray();
    String file = name + ".onnx";
    Files.write(directory.resolve(file), onnx);
    return new ModelDescriptor(
        "tiny",
        scale,
        "",
        "",
        "",
        "",
        file,
        Sha256.of(onnx),
        onnx.length,
        2,
        0,
        2,
        24,
        1,
        List.of(),
        null);
  }

  private static ModelProto model(
      int scale, TensorProto first, TensorProto second, float shift, Fault fault) {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");
    graph.addInput(value("image")).addOutput(value("upscaled"));
    graph.addInitializer(first).addInitializer(second);
    graph.addInitializer(scalar("low", 0)).addInitializer(scalar("high", 255));
    graph.addInitializer(scalar("half", 0.5f + shift));
    graph.addNode(node("Cast", "f", "image").addAttribute(integer("to", FLOAT)));
    graph.addNode(node("Transpose", "t", "f").addAttribute(integers("perm", 0, 3, 1, 2)));
    graph.addNode(node("Conv", "c1", "t", "w1").addAttribute(integers("pads", 1, 1, 1, 1)));
    graph.addNode(node("Relu", "r", "c1"));
    graph.addNode(node("Conv", "c2", "r", "w2").addAttribute(integers("pads", 1, 1, 1, 1)));
    graph.addNode(node("DepthToSpace", "d", "c2").addAttribute(integer("blocksize", scale)));
    String levels = fault.addTo(graph, "t", "d");
    graph.addNode(node("Add", "a", levels, "half"));
    graph.addNode(node("Floor", "fl", "a"));
    graph.addNode(node("Clip", "cl", "fl", "low", "high"));
    graph.addNode(node("Transpose", "n", "cl").addAttribute(integers("perm", 0, 2, 3, 1)));
    graph.addNode(node("Cast", "upscaled", "n").addAttribute(integer("to", UINT8)));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(graph)
        .build();
  }

  private static ValueInfoProto value(String name) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder()
            .addDim(Dimension.newBuilder().setDimValue(1))
            .addDim(Dimension.newBuilder().setDimParam(name + "_h"))
            .addDim(Dimension.newBuilder().setDimParam(name + "_w"))
            .addDim(Dimension.newBuilder().setDimValue(3))
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(UINT8).setShape(shape)))
        .build();
  }

  private static TensorProto weights(String name, Random random, float gain, int out, int in) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
    tensor.addDims(out).addDims(in).addDims(3).addDims(3);
    for (int i = 0; i < out * in * 9; i++) {
      tensor.addFloatData(gain * (random.nextFloat() - 0.3f) / (in * 2));
    }
    return tensor.build();
  }

  /** A share of one channel in another. */
  private interface Share {
    float of(int out, int in);
  }

  /** A 3 × 3 convolution of which only the middle counts. */
  private static TensorProto pointwise(String name, int out, int in, Share share) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
    tensor.addDims(out).addDims(in).addDims(3).addDims(3);
    for (int i = 0; i < out * in * 9; i++) {
      tensor.addFloatData(i % 9 == 4 ? share.of(i / 9 / in, i / 9 % in) : 0);
    }
    return tensor.build();
  }

  static TensorProto scalar(String name, float value) {
    return TensorProto.newBuilder().setName(name).setDataType(FLOAT).addFloatData(value).build();
  }

  static NodeProto.Builder node(String type, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(type)
        .setName(output)
        .addAllInput(Arrays.asList(inputs))
        .addOutput(output);
  }

  private static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto integers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }
}

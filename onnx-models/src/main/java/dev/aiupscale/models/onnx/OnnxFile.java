package dev.aiupscale.models.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Stage;

/**
 * A network as an ONNX file: {@code image} uint8 {@code [1, H, W, 3]} RGB in, {@code upscaled}
 * uint8 {@code [1, H·s, W·s, 3]} RGB out; ranges, layout, rounding and clipping are in the graph.
 */
public final class OnnxFile {
  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 17;
  private static final String PRODUCER = "ai-upscale";
  private static final String INPUT = "image";
  private static final String OUTPUT = "upscaled";
  private static final float HALF = 0.5f;

  private OnnxFile() {}

  /** The same network gives the same bytes. */
  public static byte[] write(Network network, String producerVersion) {
    OnnxGraph graph = new OnnxGraph();
    String picture = unpack(graph, network);
    OperationWriter operations = new OperationWriter(graph);
    for (Node node : network.nodes()) {
      operations.write(node, network.input(), picture);
    }
    pack(graph, network);
    graph
        .builder()
        .setName("upscale")
        .addInput(OnnxGraph.image(INPUT, DataType.UINT8, "H", "W"))
        .addOutput(
            OnnxGraph.image(
                OUTPUT, DataType.UINT8, "H*" + network.scale(), "W*" + network.scale()));
    return file(graph, producerVersion);
  }

  /**
   * A part of the network. It takes and gives the picture and the result as the whole does, every
   * other value as float {@code [1, C, H, W]} under its own name.
   */
  public static byte[] write(Stage stage, Network network, String producerVersion) {
    OnnxGraph graph = new OnnxGraph();
    graph.builder().setName("stage");
    String picture = network.input();
    for (String input : stage.inputs()) {
      if (input.equals(network.input())) {
        picture = unpack(graph, network);
        graph.builder().addInput(OnnxGraph.image(INPUT, DataType.UINT8, "H", "W"));
      } else {
        graph.builder().addInput(OnnxGraph.features(input, stage.channelsOf(input)));
      }
    }
    OperationWriter operations = new OperationWriter(graph);
    for (Node node : stage.nodes()) {
      operations.write(node, network.input(), picture);
    }
    String output = stage.output();
    if (output.equals(network.output())) {
      pack(graph, network);
      graph.builder().addOutput(OnnxGraph.image(OUTPUT, DataType.UINT8, "h", "w"));
    } else {
      graph.builder().addOutput(OnnxGraph.features(output, stage.channelsOf(output)));
    }
    return file(graph, producerVersion);
  }

  private static byte[] file(OnnxGraph graph, String producerVersion) {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName(PRODUCER)
        .setProducerVersion(producerVersion)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
        .setGraph(graph.builder().build())
        .build()
        .toByteArray();
  }

  /** The producer's version in a file's head; empty when there is none or it is no ONNX file. */
  public static String producerVersion(byte[] file) {
    try {
      return ModelProto.parseFrom(file).getProducerVersion();
    } catch (InvalidProtocolBufferException e) {
      return "";
    }
  }

  private static String unpack(OnnxGraph graph, Network network) {
    String planes = graph.add("Transpose", "image/planes", INPUT).with("perm", 0, 3, 1, 2).done();
    String levels =
        graph.add("Cast", "image/levels", planes).with("to", DataType.FLOAT.getNumber()).done();
    int divisor = network.range().levels();
    if (divisor == 1) {
      return levels;
    }
    String factor = graph.constant("image/factor", 1f / divisor);
    return graph.add("Mul", "image/scaled", levels, factor).done();
  }

  private static void pack(OnnxGraph graph, Network network) {
    String levels = network.output();
    int multiplier = network.range().levels();
    if (multiplier != 1) {
      String factor = graph.constant("upscaled/factor", multiplier);
      levels = graph.add("Mul", "upscaled/levels", levels, factor).done();
    }
    String half = graph.constant("upscaled/half", HALF);
    String raised = graph.add("Add", "upscaled/raised", levels, half).done();
    String black = graph.constant("upscaled/black", 0);
    String white = graph.constant("upscaled/white", 255);
    String clipped = graph.add("Clip", "upscaled/clipped", raised, black, white).done();
    // The cast cuts the fraction off, so that what was raised by a half is rounded half up.
    String bytes =
        graph.add("Cast", "upscaled/bytes", clipped).with("to", DataType.UINT8.getNumber()).done();
    graph.add("Transpose", OUTPUT, bytes).with("perm", 0, 2, 3, 1).done();
  }
}

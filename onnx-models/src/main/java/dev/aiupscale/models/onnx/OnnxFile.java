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
  private static final String INPUT = PictureFrame.INPUT;
  private static final String OUTPUT = PictureFrame.OUTPUT;

  private OnnxFile() {}

  /** The same network gives the same bytes. */
  public static byte[] write(Network network, String producerVersion) {
    OnnxGraph graph = new OnnxGraph();
    String picture = frame(graph, network).unpack();
    OperationWriter operations = new OperationWriter(graph);
    for (Node node : network.nodes()) {
      operations.write(node, network.input(), picture);
    }
    frame(graph, network).pack(network.output());
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
        picture = frame(graph, network).unpack();
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
      frame(graph, network).pack(network.output());
      graph.builder().addOutput(OnnxGraph.image(OUTPUT, DataType.UINT8, "h", "w"));
    } else {
      graph.builder().addOutput(OnnxGraph.features(output, stage.channelsOf(output)));
    }
    return file(graph, producerVersion);
  }

  private static PictureFrame frame(OnnxGraph graph, Network network) {
    return new PictureFrame(graph, network.range().levels());
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
}

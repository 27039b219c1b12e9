package dev.aiupscale.models.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.Node;
import dev.aiupscale.models.network.Operation;
import java.util.List;

/** Files as the community exports them: float {@code [1, C, H, W]} of 0 to 1 in and out. */
public final class Exports {
  private static final int OPERATOR_SET = 17;
  private static final int FREE = 0;

  private Exports() {}

  /** The network, whatever its own range is. */
  public static byte[] of(Network network) {
    OnnxGraph graph = new OnnxGraph();
    int levels = 255 / network.range().levels();
    String taken =
        graph.add("Mul", "export/in", "taken", graph.constant("export/up", levels)).done();
    OperationWriter operations = new OperationWriter(graph);
    for (Node node : network.nodes()) {
      operations.write(node, network.input(), taken);
    }
    String down = graph.constant("export/down", 1f / levels);
    graph.add("Mul", "given", network.output(), down).done();
    return file(graph, OPERATOR_SET, FREE, FREE, 1, 3);
  }

  /** Each pixel becomes {@code 2 × 2} equal ones. */
  public static byte[] doubling(int operatorSet, int side, long... leading) {
    OnnxGraph graph = new OnnxGraph();
    enlarge(graph, "taken");
    return file(graph, operatorSet, side, side, leading);
  }

  /** What it takes. */
  public static byte[] unchanged() {
    OnnxGraph graph = new OnnxGraph();
    graph.add("Relu", "given", "taken").done();
    return file(graph, OPERATOR_SET, FREE, FREE, 1, 3);
  }

  /** An enlargement through blocks of four by four, which other sides have not. */
  public static byte[] inBlocksOfFour() {
    OnnxGraph graph = new OnnxGraph();
    String blocks = graph.add("SpaceToDepth", "blocks", "taken").with("blocksize", 4).done();
    String pixels = graph.add("DepthToSpace", "pixels", blocks).with("blocksize", 4).done();
    enlarge(graph, pixels);
    return file(graph, OPERATOR_SET, FREE, FREE, 1, 3);
  }

  /** Not a number, everywhere. */
  public static byte[] notANumber() {
    OnnxGraph graph = new OnnxGraph();
    String big = graph.add("Mul", "nan", "taken", graph.constant("factor", Float.NaN)).done();
    enlarge(graph, big);
    return file(graph, OPERATOR_SET, FREE, FREE, 1, 3);
  }

  private static void enlarge(OnnxGraph graph, String value) {
    new OperationWriter(graph)
        .write(new Node("given", new Operation.NearestUpsampling(2), List.of(value)), "", "");
  }

  private static byte[] file(
      OnnxGraph graph, int operatorSet, int height, int width, long... leading) {
    graph
        .builder()
        .setName("export")
        .addInput(value("taken", height, width, leading))
        .addOutput(value("given", FREE, FREE, leading));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(operatorSet))
        .setGraph(graph.builder().build())
        .build()
        .toByteArray();
  }

  private static ValueInfoProto value(String name, int height, int width, long... leading) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long side : leading) {
      shape.addDim(Dimension.newBuilder().setDimValue(side));
    }
    shape.addDim(side(name + "_h", height)).addDim(side(name + "_w", width));
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }

  private static Dimension side(String name, int length) {
    return length == FREE
        ? Dimension.newBuilder().setDimParam(name).build()
        : Dimension.newBuilder().setDimValue(length).build();
  }
}

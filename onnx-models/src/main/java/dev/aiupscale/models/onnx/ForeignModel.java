package dev.aiupscale.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An upscaler as the community exports it: float or float16 {@code [1, 3, H, W]} RGB of 0 to 1 in,
 * the same larger out, of a fixed or a free size. It is given the product's contract by nodes
 * around it; its own nodes stay as they are.
 */
public final class ForeignModel {
  /** The first set whose Clip and Pad take their numbers as inputs, as the nodes around it do. */
  private static final long OLDEST_OPERATOR_SET = 11;

  private static final int IR_VERSION = 8;
  private static final String PRODUCER = "ai-upscale";
  private static final String PREFIX = "model/";
  private static final int CHANNELS = 3;
  private static final int RANK = 4;
  private static final int LEVELS = 255;

  private final ModelProto model;
  private final ValueInfoProto input;
  private final ValueInfoProto output;

  private ForeignModel(ModelProto model, ValueInfoProto input, ValueInfoProto output) {
    this.model = model;
    this.input = input;
    this.output = output;
  }

  /**
   * @throws IllegalArgumentException saying what does not fit
   */
  public static ForeignModel read(byte[] file) {
    ModelProto model = parse(file);
    GraphProto graph = model.getGraph();
    require(graph.getNodeCount() > 0, "it is no ONNX file, or one without a network");
    requireSelfContained(graph);
    long operators = operatorSet(model);
    require(
        operators >= OLDEST_OPERATOR_SET,
        "it is of operator set "
            + operators
            + "; export it with "
            + OLDEST_OPERATOR_SET
            + " or newer");
    Set<String> weights = new HashSet<>();
    graph.getInitializerList().forEach(tensor -> weights.add(tensor.getName()));
    List<ValueInfoProto> inputs =
        graph.getInputList().stream().filter(value -> !weights.contains(value.getName())).toList();
    require(inputs.size() == 1, "it takes " + inputs.size() + " inputs, not one picture");
    require(
        graph.getOutputCount() == 1, "it gives " + graph.getOutputCount() + " results, not one");
    requirePicture("takes", inputs.get(0));
    requirePicture("gives", graph.getOutput(0));
    return new ForeignModel(model, inputs.get(0), graph.getOutput(0));
  }

  /**
   * The model as a file of the product's contract.
   *
   * @param multiple sides of pictures are filled up to multiples of it, by repeating the border,
   *     and the result is cut accordingly
   * @param scale by which it enlarges; only used when sides are filled up
   */
  public byte[] wrapped(int multiple, int scale, String producerVersion) {
    OnnxGraph graph = new OnnxGraph();
    PictureFrame frame = new PictureFrame(graph, LEVELS);
    String picture = frame.unpack();
    Fill fill = new Fill(graph, picture, multiple);
    String taken = multiple == 1 ? picture : fill.filled();
    if (type(input) == DataType.FLOAT16) {
      taken = cast(graph, "image/half", taken, DataType.FLOAT16);
    }
    copyNetwork(graph, taken);
    String given = PREFIX + output.getName();
    if (type(output) == DataType.FLOAT16) {
      given = cast(graph, "upscaled/single", given, DataType.FLOAT);
    }
    frame.pack(multiple == 1 ? given : fill.cut(given, scale));
    graph
        .builder()
        .setName("upscale")
        .addInput(OnnxGraph.image(PictureFrame.INPUT, DataType.UINT8, "H", "W"))
        .addOutput(OnnxGraph.image(PictureFrame.OUTPUT, DataType.UINT8, "h", "w"));
    return model.toBuilder()
        .setIrVersion(Math.max(IR_VERSION, model.getIrVersion()))
        .setProducerName(PRODUCER)
        .setProducerVersion(producerVersion)
        .setGraph(graph.builder().build())
        .build()
        .toByteArray();
  }

  /**
   * How far from a result's pixel the picture can have a say in it, in pixels of the picture, by
   * the graph's operators; empty when they do not tell.
   */
  public OptionalInt reach() {
    return ForeignReach.of(model.getGraph(), input.getName(), output.getName());
  }

  /** What the convolutions multiply for each pixel of their results, by their results' names. */
  public List<Multiplications> convolutions() {
    List<Multiplications> all = new ArrayList<>();
    for (NodeProto node : model.getGraph().getNodeList()) {
      if (node.getOpType().equals("Conv") && node.getInputCount() > 1) {
        model.getGraph().getInitializerList().stream()
            .filter(tensor -> tensor.getName().equals(node.getInput(1)))
            .findFirst()
            .ifPresent(
                weights -> all.add(new Multiplications(PREFIX + node.getOutput(0), size(weights))));
      }
    }
    return all;
  }

  /**
   * @param value the convolution's result
   * @param perPixel multiply-adds for one pixel of it, over all channels
   */
  public record Multiplications(String value, long perPixel) {}

  /** A wrapped file that gives the named values, too. */
  public static byte[] alsoGiving(byte[] wrapped, List<String> values) {
    ModelProto.Builder model = parse(wrapped).toBuilder();
    for (String value : values) {
      model.getGraphBuilder().addOutput(ValueInfoProto.newBuilder().setName(value));
    }
    return model.build().toByteArray();
  }

  private void copyNetwork(OnnxGraph graph, String picture) {
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      graph.builder().addInitializer(tensor.toBuilder().setName(PREFIX + tensor.getName()));
    }
    for (NodeProto node : model.getGraph().getNodeList()) {
      NodeProto.Builder copy =
          node.toBuilder().setName(PREFIX + node.getOutput(0)).clearInput().clearOutput();
      node.getInputList().forEach(name -> copy.addInput(renamed(name, picture)));
      node.getOutputList().forEach(name -> copy.addOutput(renamed(name, picture)));
      graph.builder().addNode(copy);
    }
  }

  /** An empty name stands for an input that is left out. */
  private String renamed(String name, String picture) {
    if (name.isEmpty()) {
      return name;
    }
    return name.equals(input.getName()) ? picture : PREFIX + name;
  }

  private static String cast(OnnxGraph graph, String name, String value, DataType type) {
    return graph.add("Cast", name, value).with("to", type.getNumber()).done();
  }

  private static ModelProto parse(byte[] file) {
    try {
      return ModelProto.parseFrom(file);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("it is no ONNX file", e);
    }
  }

  private static void requireSelfContained(GraphProto graph) {
    for (TensorProto tensor : graph.getInitializerList()) {
      require(
          tensor.getDataLocation() != TensorProto.DataLocation.EXTERNAL,
          "its weights are in another file; export it with the weights inside");
    }
    for (NodeProto node : graph.getNodeList()) {
      for (AttributeProto attribute : node.getAttributeList()) {
        require(
            !attribute.hasG() && attribute.getGraphsCount() == 0,
            "its node " + node.getOpType() + " has networks inside (branches or loops)");
      }
    }
  }

  private static void requirePicture(String verb, ValueInfoProto value) {
    DataType type = type(value);
    require(
        type == DataType.FLOAT || type == DataType.FLOAT16,
        "it " + verb + " " + type + ", not FLOAT or FLOAT16");
    if (!value.getType().getTensorType().hasShape()) {
      return;
    }
    List<Dimension> sides = value.getType().getTensorType().getShape().getDimList();
    require(
        sides.size() == RANK,
        "it " + verb + " values of " + sides.size() + " dimensions, not of 4: [1, 3, H, W]");
    require(
        isFreeOr(sides.get(0), 1),
        "it " + verb + " " + sides.get(0).getDimValue() + " pictures at once, not one");
    require(
        isFreeOr(sides.get(1), CHANNELS),
        "it " + verb + " " + sides.get(1).getDimValue() + " channels, not the 3 of RGB");
  }

  private static boolean isFreeOr(Dimension side, long length) {
    return !side.hasDimValue() || side.getDimValue() == length;
  }

  private static DataType type(ValueInfoProto value) {
    DataType type = DataType.forNumber(value.getType().getTensorType().getElemType());
    return type == null ? DataType.UNDEFINED : type;
  }

  private static long operatorSet(ModelProto model) {
    return model.getOpsetImportList().stream()
        .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
        .mapToLong(OperatorSetIdProto::getVersion)
        .findFirst()
        .orElse(0);
  }

  private static long size(TensorProto tensor) {
    return tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b);
  }

  private static void require(boolean fits, String reason) {
    if (!fits) {
      throw new IllegalArgumentException(reason);
    }
  }
}

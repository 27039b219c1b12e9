package dev.aiupscale.worker.upscale;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.model.ModelStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A deep network's first stages and its last two: its weights, but quick to run as a whole. */
final class ShallowNetwork {
  private final Path from;
  private final Path to;
  private final GraphProto.Builder whole = GraphProto.newBuilder().setName("shallow");
  private final Map<String, String> names = new HashMap<>();
  private final List<ModelStage> stages = new ArrayList<>();

  private ShallowNetwork(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Writes the stages, and one file of all of them, into {@code to}.
   *
   * @param count of the first stages to keep; the last of them must make what the last two take
   */
  static ModelDescriptor write(ModelDescriptor deep, Path from, Path to, int count)
      throws IOException {
    ShallowNetwork network = new ShallowNetwork(from, to);
    for (ModelStage stage : deep.stages().subList(0, count)) {
      network.add(stage, Map.of());
    }
    List<ModelStage> last = deep.stages().subList(deep.stages().size() - 2, deep.stages().size());
    String left = last.get(0).inputs().get(0);
    network.add(last.get(0), Map.of(left, deep.stages().get(count - 1).output()));
    network.add(last.get(1), Map.of());
    return network.descriptor(deep);
  }

  private void add(ModelStage stage, Map<String, String> renamed) throws IOException {
    ModelProto.Builder model =
        ModelProto.parseFrom(Files.readAllBytes(from.resolve(stage.file()))).toBuilder();
    GraphProto.Builder graph = model.getGraphBuilder();
    graph
        .getInputBuilderList()
        .forEach(in -> in.setName(renamed.getOrDefault(in.getName(), in.getName())));
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      rename(node, renamed);
      join(node.build());
    }
    whole.addAllInitializer(graph.getInitializerList());
    if (stage.inputs().contains(ModelStage.PICTURE)) {
      whole.addInput(graph.getInput(0));
    }
    if (stage.givesResult()) {
      whole.addOutput(graph.getOutput(0));
    }
    byte[] onnx = model.build().toByteArray();
    Files.write(to.resolve(stage.file()), onnx);
    stages.add(
        new ModelStage(
            stage.file(),
            Sha256.of(onnx),
            stage.inputs().stream().map(in -> renamed.getOrDefault(in, in)).toList(),
            stage.output(),
            stage.channels(),
            stage.radius(),
            stage.scale(),
            stage.gflopPerMegapixel(),
            stage.bytesPerPixel()));
  }

  private static void rename(NodeProto.Builder node, Map<String, String> names) {
    for (int i = 0; i < node.getInputCount(); i++) {
      node.setInput(i, names.getOrDefault(node.getInput(i), node.getInput(i)));
    }
  }

  /** The whole network has no doors between its stages. */
  private void join(NodeProto node) {
    NodeProto.Builder copy = node.toBuilder();
    rename(copy, names);
    if (node.getOpType().equals("MaxPool")) {
      names.put(node.getOutput(0), copy.getInput(0));
    } else {
      whole.addNode(copy);
    }
  }

  private ModelDescriptor descriptor(ModelDescriptor deep) throws IOException {
    ModelProto any = ModelProto.parseFrom(Files.readAllBytes(to.resolve(stages.get(0).file())));
    byte[] onnx = any.toBuilder().setGraph(whole).build().toByteArray();
    Files.write(to.resolve("shallow.onnx"), onnx);
    int radius = stages.stream().mapToInt(ModelStage::radius).sum();
    return new ModelDescriptor(
        "shallow",
        deep.scale(),
        "",
        "",
        "",
        "",
        "shallow.onnx",
        Sha256.of(onnx),
        onnx.length,
        0,
        9,
        radius,
        64,
        stages.stream().mapToDouble(ModelStage::gflopPerMegapixel).sum(),
        List.of(),
        stages,
        List.of(),
        null);
  }
}

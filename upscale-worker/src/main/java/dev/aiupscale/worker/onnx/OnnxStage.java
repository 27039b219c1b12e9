package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.model.ModelStage;
import dev.aiupscale.worker.stage.StageTile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One stage's session and its tensors over the buffers that it shares with the others. */
final class OnnxStage implements AutoCloseable {
  private static final int RGB = 3;

  private final OnnxRuntime runtime;
  private final ModelStage stage;
  private final StageTile tile;
  private final OrtSession session;
  private final Set<String> guard;
  private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> outputs = new LinkedHashMap<>();

  /** Loads the file after checking that it is the one that the descriptor means. */
  OnnxStage(
      OnnxRuntime runtime, Path directory, ModelStage stage, StageTile tile, Precision precision)
      throws OrtException, IOException {
    this.runtime = runtime;
    this.stage = stage;
    this.tile = tile;
    byte[] onnx = Files.readAllBytes(directory.resolve(stage.file()));
    if (!Sha256.of(onnx).equals(stage.sha256())) {
      throw new IOException(stage.file() + " is not the file that its descriptor names");
    }
    boolean half = precision == Precision.HALF;
    NetworkGraph graph = half || stage.givesResult() ? NetworkGraph.read(onnx) : null;
    if (graph != null && half) {
      HalfPrecision.apply(graph.graph());
    }
    // What is not finite in a stage before makes the last one's samples so.
    boolean guarded =
        graph != null && stage.givesResult() && FiniteGuard.add(graph.graph(), ModelStage.RESULT);
    this.guard = guarded ? Set.of(FiniteGuard.OUTPUT) : Set.of();
    try (SessionOptions options = SessionSettings.of(runtime.config())) {
      // Only with fixed sizes it is known that two inputs are equally large, and that what is one
      // step in the whole network can be one here: else the two round differently.
      options.setSymbolicDimensionValue(NetworkGraph.TILES, 1);
      options.setSymbolicDimensionValue("H", tile.height());
      options.setSymbolicDimensionValue("W", tile.width());
      options.disablePerSessionThreads();
      // Each session would keep what its own arena took; without, one stage's memory is the next's.
      options.setCPUArenaAllocator(false);
      this.session =
          runtime.environment().createSession(graph == null ? onnx : graph.bytes(), options);
    }
  }

  /** Bytes of one value of {@code channels} at the size of what the stage takes. */
  static int featureBytes(StageTile tile, int channels) {
    long bytes = (long) tile.width() * tile.height() * channels * Float.BYTES;
    return Math.toIntExact(bytes);
  }

  static int pictureBytes(StageTile tile, int scale) {
    return Math.toIntExact((long) tile.width() * tile.height() * scale * scale * RGB);
  }

  void bindInput(String name, int channels, ByteBuffer buffer) throws OrtException {
    inputs.put(
        name, name.equals(ModelStage.PICTURE) ? picture(buffer, 1) : features(buffer, channels));
  }

  void bindOutput(ByteBuffer buffer) throws OrtException {
    outputs.put(
        stage.output(),
        stage.givesResult() ? picture(buffer, stage.scale()) : features(buffer, stage.channels()));
  }

  private OnnxTensor picture(ByteBuffer buffer, int scale) throws OrtException {
    long[] shape = {1, (long) tile.height() * scale, (long) tile.width() * scale, RGB};
    return OnnxTensor.createTensor(
        runtime.environment(),
        buffer.slice(0, pictureBytes(tile, scale)).order(buffer.order()),
        shape,
        OnnxJavaType.UINT8);
  }

  private OnnxTensor features(ByteBuffer buffer, int channels) throws OrtException {
    long[] shape = {1, channels, tile.height(), tile.width()};
    return OnnxTensor.createTensor(
        runtime.environment(),
        buffer.slice(0, featureBytes(tile, channels)).order(buffer.order()).asFloatBuffer(),
        shape);
  }

  /** Whether what it gave is finite, as far as the stage can tell. */
  boolean run(TileRun run) throws OrtException {
    // The output is pinned: it is not closed with the result.
    try (RunOptions options = new RunOptions();
        OrtSession.Result result = run.stop().run(session, inputs, guard, outputs, options)) {
      return OnnxNetwork.notFinite(result, 1).isEmpty();
    }
  }

  @Override
  public void close() {
    inputs.values().forEach(OnnxTensor::close);
    outputs.values().forEach(OnnxTensor::close);
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a session does not close", e);
    }
  }
}

package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.model.ModelDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One loaded model file, and how many use it. */
final class OnnxModel {
  private final OnnxNetwork network;
  private final int scale;
  private final AtomicInteger users = new AtomicInteger();

  private OnnxModel(OnnxNetwork network, int scale) {
    this.network = network;
    this.scale = scale;
  }

  /** Loads the file after checking that it is the one that the descriptor means. */
  static OnnxModel load(OnnxRuntime runtime, Path directory, ModelDescriptor model)
      throws IOException, OrtException {
    byte[] file = Files.readAllBytes(directory.resolve(model.file()));
    if (!Sha256.of(file).equals(model.sha256())) {
      throw new IOException(model.file() + " is not the file that its descriptor names");
    }
    return new OnnxModel(OnnxNetwork.load(runtime, NetworkGraph.read(file)), model.scale());
  }

  OnnxTileEngine open(OnnxRuntime runtime, int width, int height, Runnable afterClose) {
    OnnxTileEngine engine =
        new OnnxTileEngine(
            this,
            new TileShape(width, height, scale),
            1,
            runtime.turn(),
            () -> {
              users.decrementAndGet();
              afterClose.run();
            });
    users.incrementAndGet();
    return engine;
  }

  TileNetwork network() {
    return network;
  }

  boolean isIdle() {
    return users.get() == 0;
  }

  void close() {
    network.close();
  }
}

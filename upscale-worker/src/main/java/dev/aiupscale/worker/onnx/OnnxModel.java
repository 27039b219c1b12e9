package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.model.ModelDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One loaded model file, and how many use it: in half precision where that is asked for and the
 * model allows it, and then in single precision too once a tile needs it.
 */
final class OnnxModel {
  private static final Logger LOG = Logger.getLogger(OnnxModel.class.getName());

  private final OnnxRuntime runtime;
  private final Path directory;
  private final ModelDescriptor descriptor;
  private final @Nullable OnnxNetwork half;
  private final AtomicInteger users = new AtomicInteger();
  private @Nullable OnnxNetwork single;

  private OnnxModel(OnnxRuntime runtime, Path directory, ModelDescriptor descriptor)
      throws IOException, OrtException {
    this.runtime = runtime;
    this.directory = directory;
    this.descriptor = descriptor;
    this.half = runtime.config().halfPrecision() ? half() : null;
    this.single = half == null ? OnnxNetwork.load(runtime, read()) : null;
  }

  /** Loads the file after checking that it is the one that the descriptor means. */
  static OnnxModel load(OnnxRuntime runtime, Path directory, ModelDescriptor model)
      throws IOException, OrtException {
    return new OnnxModel(runtime, directory, model);
  }

  OnnxTileEngine open(int width, int height, Runnable afterClose) throws OrtException, IOException {
    TileShape shape = new TileShape(width, height, descriptor.scale());
    TileNetwork network = half == null ? single() : half;
    runtime.turn().lock();
    int batch;
    try {
      batch = runtime.batchSize().of(network, shape);
    } finally {
      runtime.turn().unlock();
    }
    OnnxTileEngine engine =
        new OnnxTileEngine(
            new FittingBatches(network, batch),
            half == null ? Optional.empty() : Optional.of(this::runPrecisely),
            shape,
            batch,
            runtime.turn(),
            () -> {
              users.decrementAndGet();
              afterClose.run();
            });
    users.incrementAndGet();
    return engine;
  }

  private BitSet runPrecisely(
      TileShape shape, ByteBuffer input, ByteBuffer output, int tiles, TileRun run)
      throws OrtException {
    try {
      return single().run(shape, input, output, tiles, run);
    } catch (IOException e) {
      throw new OrtException("the model file cannot be read again: " + e.getMessage());
    }
  }

  private @Nullable OnnxNetwork half() throws IOException, OrtException {
    NetworkGraph graph = read();
    if (HalfPrecision.apply(graph.graph())) {
      try {
        return OnnxNetwork.load(runtime, graph);
      } catch (OrtException e) {
        LOG.log(Level.INFO, descriptor.id() + " has no half precision: " + e.getMessage());
      }
    }
    return null;
  }

  private synchronized OnnxNetwork single() throws IOException, OrtException {
    OnnxNetwork loaded = single;
    if (loaded == null) {
      LOG.log(Level.INFO, "{0} is loaded in single precision too", descriptor.id());
      loaded = OnnxNetwork.load(runtime, read());
      single = loaded;
    }
    return loaded;
  }

  private NetworkGraph read() throws IOException {
    byte[] file = Files.readAllBytes(directory.resolve(descriptor.file()));
    if (!Sha256.of(file).equals(descriptor.sha256())) {
      throw new IOException(descriptor.file() + " is not the file that its descriptor names");
    }
    return NetworkGraph.read(file);
  }

  boolean isIdle() {
    return users.get() == 0;
  }

  synchronized void close() {
    if (half != null) {
      half.close();
    }
    if (single != null) {
      single.close();
    }
  }
}

package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.model.ModelDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A model in parts, for the tiles of one job: in half precision where that is asked for and the
 * model allows it, and then in single precision too once a tile needs it.
 */
final class PartedModel {
  private static final Logger LOG = Logger.getLogger(PartedModel.class.getName());

  private final OnnxRuntime runtime;
  private final Path directory;
  private final ModelDescriptor model;
  private final TileShape shape;
  private @Nullable PartedNetwork half;
  private @Nullable PartedNetwork single;

  private PartedModel(OnnxRuntime runtime, Path directory, ModelDescriptor model, TileShape shape) {
    this.runtime = runtime;
    this.directory = directory;
    this.model = model;
    this.shape = shape;
  }

  /** The engine's end is the sessions' end. */
  static OnnxTileEngine open(
      OnnxRuntime runtime, Path directory, ModelDescriptor model, int width, int height)
      throws OrtException, IOException {
    TileShape shape = new TileShape(width, height, model.scale());
    PartedModel parted = new PartedModel(runtime, directory, model, shape);
    if (runtime.config().halfPrecision()) {
      parted.half = parted.half();
    }
    PartedNetwork first = parted.half == null ? parted.single() : parted.half;
    return new OnnxTileEngine(
        first,
        parted.half == null ? Optional.empty() : Optional.of(parted::runPrecisely),
        shape,
        1,
        runtime.turn(),
        parted::close);
  }

  private @Nullable PartedNetwork half() throws IOException {
    try {
      return PartedNetwork.open(runtime, directory, model, shape, Precision.HALF);
    } catch (OrtException e) {
      LOG.log(Level.INFO, model.id() + " has no half precision: " + e.getMessage());
      return null;
    }
  }

  private PartedNetwork single() throws OrtException, IOException {
    PartedNetwork open = single;
    if (open == null) {
      open = PartedNetwork.open(runtime, directory, model, shape, Precision.SINGLE);
      single = open;
    }
    return open;
  }

  private BitSet runPrecisely(
      TileShape asked, ByteBuffer input, ByteBuffer output, int tiles, TileRun run)
      throws OrtException {
    try {
      return single().run(asked, input, output, tiles, run);
    } catch (IOException e) {
      throw new OrtException("the model's parts cannot be read again: " + e.getMessage());
    }
  }

  private void close() {
    if (half != null) {
      half.close();
    }
    if (single != null) {
      single.close();
    }
  }
}

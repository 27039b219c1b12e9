package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session of ONNX Runtime. Tensors lie over the caller's direct buffers, so that neither is
 * copied or allocated for a tile, and are closed with the run.
 */
final class OnnxNetwork implements TileNetwork, AutoCloseable {
  private static final String INPUT = "image";
  private static final String OUTPUT = "upscaled";

  private final OnnxRuntime runtime;
  private final OrtSession session;
  private final Set<String> guard;
  private @Nullable TileShape lastShape;

  private OnnxNetwork(OnnxRuntime runtime, OrtSession session, boolean guarded) {
    this.runtime = runtime;
    this.session = session;
    this.guard = guarded ? Set.of(FiniteGuard.OUTPUT) : Set.of();
  }

  static OnnxNetwork load(OnnxRuntime runtime, NetworkGraph graph) throws OrtException {
    boolean guarded = FiniteGuard.add(graph.graph(), OUTPUT);
    try (SessionOptions options = SessionSettings.of(runtime.config())) {
      OrtSession session = runtime.environment().createSession(graph.bytes(), options);
      return new OnnxNetwork(runtime, session, guarded);
    }
  }

  @Override
  public BitSet run(TileShape shape, ByteBuffer input, ByteBuffer output, int tiles, TileRun run)
      throws OrtException {
    boolean first = !shape.equals(lastShape);
    try (OnnxTensor image = tensor(input, shape.input(tiles));
        OnnxTensor upscaled = tensor(output, shape.output(tiles));
        RunOptions options = first ? runtime.shrinkingArena() : new RunOptions();
        OrtSession.Result result =
            run.stop()
                .run(session, Map.of(INPUT, image), guard, Map.of(OUTPUT, upscaled), options)) {
      lastShape = shape;
      return notFinite(result, tiles);
    }
  }

  /** The pictures, counted from 0, of which a guarded network's result says so. */
  static BitSet notFinite(OrtSession.Result result, int tiles) throws OrtException {
    BitSet found = new BitSet();
    var means = result.get(FiniteGuard.OUTPUT);
    if (means.isPresent() && means.get() instanceof OnnxTensor tensor) {
      FloatBuffer values = tensor.getFloatBuffer();
      int each = values.remaining() / tiles;
      for (int i = 0; i < values.remaining(); i++) {
        if (!Float.isFinite(values.get(i))) {
          found.set(i / each);
        }
      }
    }
    return found;
  }

  private OnnxTensor tensor(ByteBuffer buffer, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(runtime.environment(), buffer, shape, OnnxJavaType.UINT8);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("a session does not close", e);
    }
  }
}

package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.worker.upscale.TileEngine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;

/**
 * Runs one session on tensors over direct buffers that are made once: nothing is copied by the
 * runtime or allocated on the Java heap for a tile.
 */
final class OnnxTileEngine implements TileEngine {
  private final OrtSession session;
  private final Runnable onClose;
  private final ByteBuffer input;
  private final ByteBuffer output;
  private final OnnxTensor image;
  private final OnnxTensor upscaled;
  private boolean first = true;

  OnnxTileEngine(
      OrtEnvironment environment,
      OrtSession session,
      int width,
      int height,
      int scale,
      Runnable onClose)
      throws OrtException {
    this.session = session;
    this.onClose = onClose;
    this.input = direct(width, height);
    this.output = direct(width * scale, height * scale);
    this.image = tensor(environment, input, width, height);
    this.upscaled = tensor(environment, output, width * scale, height * scale);
  }

  private static ByteBuffer direct(int width, int height) {
    int bytes = Math.multiplyExact(Math.multiplyExact(width, height), 3);
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  private static OnnxTensor tensor(
      OrtEnvironment environment, ByteBuffer buffer, int width, int height) throws OrtException {
    long[] shape = {1, height, width, 3};
    return OnnxTensor.createTensor(environment, buffer, shape, OnnxJavaType.UINT8);
  }

  @Override
  public ByteBuffer input() {
    return input;
  }

  @Override
  public ByteBuffer output() {
    return output;
  }

  @Override
  public void run() {
    // A pinned output is not closed with the result.
    try (RunOptions options = new RunOptions();
        OrtSession.Result result = run(options)) {
      if (result.size() != 1) {
        throw new UpscaleException(ErrorCode.MODEL_FAILED, "The model gave no picture.");
      }
    } catch (OrtException e) {
      throw new UpscaleException(ErrorCode.MODEL_FAILED, "The model failed on a tile.", e);
    }
  }

  private OrtSession.Result run(RunOptions options) throws OrtException {
    if (first && Boolean.getBoolean("shrink")) {
      // Frees what the arena holds for tiles of another job's size.
      options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
      first = false;
    }
    return session.run(Map.of("image", image), Set.of(), Map.of("upscaled", upscaled), options);
  }

  @Override
  public void close() {
    image.close();
    upscaled.close();
    onClose.run();
  }
}

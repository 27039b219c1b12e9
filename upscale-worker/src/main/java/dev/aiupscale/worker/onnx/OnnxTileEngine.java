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
  private final OnnxRuntime runtime;
  private final OrtSession session;
  private final Runnable onClose;
  private final ByteBuffer input;
  private final ByteBuffer output;
  private final OnnxTensor image;
  private final OnnxTensor upscaled;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;
  private boolean ran;

  OnnxTileEngine(
      OnnxRuntime runtime, OrtSession session, int width, int height, int scale, Runnable onClose)
      throws OrtException {
    this.runtime = runtime;
    this.session = session;
    this.onClose = onClose;
    this.input = direct(width, height);
    this.output = direct(width * scale, height * scale);
    this.image = tensor(runtime.environment(), input, width, height);
    this.upscaled = tensor(runtime.environment(), output, width * scale, height * scale);
    this.inputs = Map.of("image", image);
    this.outputs = Map.of("upscaled", upscaled);
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
    runtime.turn().lock();
    try (RunOptions options = ran ? new RunOptions() : runtime.shrinkingArena()) {
      // The output is pinned: it is not closed with the result.
      session.run(inputs, Set.of(), outputs, options).close();
      ran = true;
    } catch (OrtException e) {
      throw new UpscaleException(ErrorCode.MODEL_FAILED, "The model failed on a tile.", e);
    } finally {
      runtime.turn().unlock();
    }
  }

  @Override
  public void close() {
    image.close();
    upscaled.close();
    onClose.run();
  }
}

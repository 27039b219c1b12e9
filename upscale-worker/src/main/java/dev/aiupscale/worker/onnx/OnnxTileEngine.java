package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.worker.upscale.TileEngine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs a model on buffers that are made once for all tiles of a job, and lets no result pass that
 * is not finite or is black for a tile that is not.
 */
final class OnnxTileEngine implements TileEngine {
  private final OnnxModel model;
  private final TileShape shape;
  private final int batch;
  private final ReentrantLock turn;
  private final Runnable onClose;
  private final ByteBuffer input;
  private final ByteBuffer output;

  /**
   * @param turn held while tiles run
   */
  OnnxTileEngine(
      OnnxModel model, TileShape shape, int batch, ReentrantLock turn, Runnable onClose) {
    this.model = model;
    this.shape = shape;
    this.batch = batch;
    this.turn = turn;
    this.onClose = onClose;
    this.input = direct(Math.multiplyExact(shape.inputBytes(), batch));
    this.output = direct(Math.multiplyExact(shape.outputBytes(), batch));
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  @Override
  public int batch() {
    return batch;
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
  public void run(int tiles) {
    turn.lock();
    try {
      if (!unsound(model.network(), 0, tiles).isEmpty()) {
        throw new UpscaleException(
            ErrorCode.MODEL_FAILED,
            "The model's result for a part of the picture is not finite, or black where the picture is not.");
      }
    } catch (OrtException e) {
      throw new UpscaleException(ErrorCode.MODEL_FAILED, "The model failed on a tile.", e);
    } finally {
      turn.unlock();
    }
  }

  private BitSet unsound(TileNetwork network, int first, int tiles) throws OrtException {
    ByteBuffer in = slice(input, first, tiles, shape.inputBytes());
    ByteBuffer out = slice(output, first, tiles, shape.outputBytes());
    BitSet unsound = network.run(shape, in, out, tiles);
    for (int tile = 0; tile < tiles; tile++) {
      if (TileCheck.isBlackForLit(
          slice(in, tile, 1, shape.inputBytes()), slice(out, tile, 1, shape.outputBytes()))) {
        unsound.set(tile);
      }
    }
    return unsound;
  }

  private static ByteBuffer slice(ByteBuffer buffer, int first, int tiles, int tileBytes) {
    return buffer.slice(first * tileBytes, tiles * tileBytes).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    onClose.run();
  }
}

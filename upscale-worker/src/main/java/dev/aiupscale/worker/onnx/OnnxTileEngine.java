package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.worker.upscale.TileEngine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleConsumer;

/**
 * Runs a model on buffers that are made once for all tiles of a job, and lets no result pass that
 * is not finite or is black for a tile that is not.
 */
final class OnnxTileEngine implements TileEngine {
  private final TileNetwork network;
  private final Optional<TileNetwork> precise;
  private final TileShape shape;
  private final int batch;
  private final ReentrantLock turn;
  private final Runnable onClose;
  private final ByteBuffer input;
  private final ByteBuffer output;
  private final StopSwitch stop = new StopSwitch();

  /**
   * @param precise runs a tile again that {@code network} did not do well
   * @param turn held while tiles run
   */
  OnnxTileEngine(
      TileNetwork network,
      Optional<TileNetwork> precise,
      TileShape shape,
      int batch,
      ReentrantLock turn,
      Runnable onClose) {
    this.network = network;
    this.precise = precise;
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
  public void run(int tiles, DoubleConsumer progress) {
    TileRun run = new TileRun(stop, progress);
    turn.lock();
    try {
      BitSet unsound = unsound(network, 0, tiles, run);
      for (int tile = unsound.nextSetBit(0); tile >= 0; tile = unsound.nextSetBit(tile + 1)) {
        runPrecisely(tile, run.again());
      }
    } catch (OrtException e) {
      String detail =
          FittingBatches.isOutOfMemory(e)
              ? "The worker's device has too little memory for a tile of %d×%d pixels."
                  .formatted(shape.width(), shape.height())
              : "The model failed on a tile.";
      throw new UpscaleException(ErrorCode.MODEL_FAILED, detail, e);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void stop() {
    try {
      stop.stop();
    } catch (OrtException e) {
      throw new IllegalStateException("a run cannot be stopped", e);
    }
  }

  private void runPrecisely(int tile, TileRun run) throws OrtException {
    if (precise.isEmpty() || !unsound(precise.get(), tile, 1, run).isEmpty()) {
      throw new UpscaleException(
          ErrorCode.MODEL_FAILED,
          "The model's result for a part of the picture is not finite, or black where the picture"
              + " is not.");
    }
  }

  private BitSet unsound(TileNetwork with, int first, int tiles, TileRun run) throws OrtException {
    ByteBuffer in = slice(input, first, tiles, shape.inputBytes());
    ByteBuffer out = slice(output, first, tiles, shape.outputBytes());
    BitSet unsound = with.run(shape, in, out, tiles, run);
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

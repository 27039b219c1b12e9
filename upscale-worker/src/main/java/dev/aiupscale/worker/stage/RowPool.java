package dev.aiupscale.worker.stage;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lends rows outside of the Java heap, and takes them back to lend them again. */
final class RowPool {
  private final int bytes;
  private final Deque<ByteBuffer> free = new ArrayDeque<>();

  RowPool(int bytes) {
    this.bytes = bytes;
  }

  /** A row of at least the pool's bytes; what is in it is not told. */
  ByteBuffer take() {
    ByteBuffer row = free.poll();
    if (row != null) {
      return row;
    }
    try {
      return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    } catch (OutOfMemoryError e) {
      throw new UpscaleException(
          ErrorCode.MODEL_FAILED,
          "The exact result needs more direct memory than this worker has.",
          e);
    }
  }

  void giveBack(ByteBuffer row) {
    free.push(row);
  }
}

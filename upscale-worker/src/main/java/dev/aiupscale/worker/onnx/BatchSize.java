package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * Chooses how many tiles go through the network at once: as many as fit in four fifths of the
 * memory that is free after one tile ran, going by what that one took.
 *
 * @param most that are allowed
 */
record BatchSize(int most, DeviceMemory memory) {
  private static final double USABLE = 0.8;

  /** No network needs less for each pixel of a tile: 16 channels of float32, in and out. */
  private static final long LEAST_BYTES_PER_PIXEL = 128;

  int of(TileNetwork network, TileShape shape) throws OrtException {
    if (most == 1) {
      return 1;
    }
    OptionalLong before = memory.freeBytes();
    network.run(
        shape,
        ByteBuffer.allocateDirect(shape.inputBytes()),
        ByteBuffer.allocateDirect(shape.outputBytes()),
        1,
        TileRun.unwatched());
    OptionalLong after = memory.freeBytes();
    return before.isPresent() && after.isPresent()
        ? fitting(before.getAsLong() - after.getAsLong(), after.getAsLong(), shape)
        : 1;
  }

  private int fitting(long taken, long free, TileShape shape) {
    long least = LEAST_BYTES_PER_PIXEL * shape.width() * shape.height();
    long more = (long) (USABLE * free) / Math.max(least, taken);
    return (int) Math.max(1, Math.min(most, 1 + more));
  }
}

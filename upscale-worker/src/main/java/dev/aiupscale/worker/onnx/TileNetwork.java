package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** A network that takes several tiles of one size at once. */
interface TileNetwork {
  /**
   * @param input uint8 {@code [N, H, W, 3]}, direct, from its position on
   * @param output uint8 {@code [N, H·scale, W·scale, 3]}, direct, from its position on
   * @param run is asked for an end, and told of the progress, while it goes on
   * @return the tiles, counted from 0, for which the network computed NaN or an infinite number
   */
  BitSet run(TileShape shape, ByteBuffer input, ByteBuffer output, int tiles, TileRun run)
      throws OrtException;
}

package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A device whose memory suffices for so many tiles: it fails in ONNX Runtime's words for more. */
final class SmallDevice implements TileNetwork {
  private final TileNetwork network;
  private final int room;
  private final String failure;
  final List<Integer> batches = new ArrayList<>();

  SmallDevice(TileNetwork network, int room, String failure) {
    this.network = network;
    this.room = room;
    this.failure = failure;
  }

  @Override
  public BitSet run(TileShape shape, ByteBuffer input, ByteBuffer output, int tiles, TileRun run)
      throws OrtException {
    batches.add(tiles);
    if (tiles > room) {
      throw new OrtException(failure);
    }
    return network.run(shape, input, output, tiles, run);
  }
}

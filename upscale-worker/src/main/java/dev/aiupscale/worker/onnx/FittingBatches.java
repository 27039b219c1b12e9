package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a batch in smaller ones when the device's memory does not suffice, and stays with those. */
final class FittingBatches implements TileNetwork {
  private static final Logger LOG = Logger.getLogger(FittingBatches.class.getName());

  private final TileNetwork network;
  private int most;

  /**
   * @param most tiles that are tried at once
   */
  FittingBatches(TileNetwork network, int most) {
    this.network = network;
    this.most = most;
  }

  @Override
  public BitSet run(TileShape shape, ByteBuffer input, ByteBuffer output, int tiles, TileRun run)
      throws OrtException {
    BitSet notFinite = new BitSet();
    int done = 0;
    while (done < tiles) {
      int now = Math.min(most, tiles - done);
      try {
        BitSet found =
            network.run(
                shape,
                slice(input, done, now, shape.inputBytes()),
                slice(output, done, now, shape.outputBytes()),
                now,
                run.part((double) done / tiles, (double) now / tiles));
        int first = done;
        found.stream().forEach(tile -> notFinite.set(first + tile));
        done += now;
        if (done < tiles) {
          run.done((double) done / tiles);
        }
      } catch (OrtException e) {
        if (now == 1 || !isOutOfMemory(e)) {
          throw e;
        }
        most = now / 2;
        LOG.log(
            Level.WARNING,
            "{0} tiles do not fit the device: {1} from now on",
            new Object[] {now, most});
      }
    }
    return notFinite;
  }

  /**
   * ONNX Runtime has no code of its own for it; CUDA, cuDNN and the arena say it in these words.
   */
  static boolean isOutOfMemory(OrtException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("out of memory")
        || message.contains("Failed to allocate memory")
        || message.contains("ALLOC_FAILED");
  }

  private static ByteBuffer slice(ByteBuffer buffer, int first, int tiles, int tileBytes) {
    return buffer
        .slice(buffer.position() + first * tileBytes, tiles * tileBytes)
        .order(ByteOrder.nativeOrder());
  }
}

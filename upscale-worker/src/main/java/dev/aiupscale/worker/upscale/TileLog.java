package dev.aiupscale.worker.upscale;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the network gives, packed and in pieces, on a thread of its own so that the network
 * does not wait.
 */
final class TileLog {
  /** A worker that is lost takes one piece with it, and perhaps one that was on its way. */
  private static final int PIECES = 50;

  private static final int MOST_BYTES = 8 << 20;

  private final Checkpoints checkpoints;
  private final String plan;
  private final long tilesAPiece;
  private byte[] samples = new byte[0];
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
  private final ExecutorService thread = Executors.newSingleThreadExecutor(TileLog::daemon);
  private int number;
  private int tilesInPiece;
  private @Nullable Future<?> packing;

  /**
   * @param number of the first piece
   */
  TileLog(Checkpoints checkpoints, String plan, int number, long tilesToRun) {
    this.checkpoints = checkpoints;
    this.plan = plan;
    this.number = number;
    this.tilesAPiece = Math.max(1, tilesToRun / PIECES);
  }

  /** Keeps the part of {@code tile} that {@code crop} is as what run number {@code run} gave. */
  void add(int run, TileKey key, TileCrop crop, ByteBuffer tile) {
    awaitPacked();
    if (samples.length < crop.bytes()) {
      samples = new byte[crop.bytes()];
    }
    crop.copy(tile, samples);
    packing = thread.submit(() -> pack(run, key.number(), crop.bytes()));
  }

  private void pack(int run, int key, int length) {
    packed.reset();
    PackedTile.write(samples, length, packed);
    piece.writeBytes(
        ByteBuffer.allocate(3 * Integer.BYTES)
            .putInt(run)
            .putInt(key)
            .putInt(packed.size())
            .array());
    piece.writeBytes(packed.toByteArray());
    tilesInPiece++;
    if (tilesInPiece >= tilesAPiece || piece.size() >= MOST_BYTES) {
      save();
    }
  }

  private void save() {
    if (tilesInPiece > 0) {
      checkpoints.save(plan, number, piece.toByteArray());
      number++;
      piece.reset();
      tilesInPiece = 0;
    }
  }

  private void awaitPacked() {
    if (packing != null) {
      InferenceThread.await(packing);
    }
  }

  /**
   * Ends the log; nothing is kept after this returns.
   *
   * @param keepRest whether the last piece, which is not full, is kept too
   */
  void end(boolean keepRest) {
    if (keepRest) {
      packing = thread.submit(this::save);
    }
    thread.shutdown();
    awaitPacked();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "checkpoint");
    thread.setDaemon(true);
    return thread;
  }
}

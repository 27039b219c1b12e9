package dev.aiupscale.worker.upscale;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What earlier attempts left, in the order in which they ran the network, which is the same in
 * every attempt. Holds one piece at a time.
 */
final class EarlierTiles {
  private static final int HEADER = 3 * Integer.BYTES;

  private final Checkpoints checkpoints;
  private final String plan;
  private byte[] samples = new byte[0];
  private ByteBuffer piece = ByteBuffer.allocate(0);
  private int pieces;
  private boolean ended;

  EarlierTiles(Checkpoints checkpoints, String plan) {
    this.checkpoints = checkpoints;
    this.plan = plan;
  }

  /**
   * Fills the part of {@code tile} that {@code crop} is with what the network's run number {@code
   * run} gave; false when it was not kept.
   */
  boolean restore(int run, TileKey key, TileCrop crop, ByteBuffer tile) {
    // Two attempts at the same time may both have kept a run.
    while (hasMore() && peek(0) < run) {
      skip();
    }
    if (!hasMore() || peek(0) != run || peek(1) != key.number()) {
      return false;
    }
    if (samples.length < crop.bytes()) {
      samples = new byte[crop.bytes()];
    }
    boolean whole =
        PackedTile.read(piece.array(), piece.position() + HEADER, peek(2), samples, crop.bytes());
    if (whole) {
      crop.put(samples, tile);
    }
    skip();
    return whole;
  }

  /** Whether nothing more is to be restored. */
  boolean isUsedUp() {
    return !hasMore();
  }

  /** How many pieces were read. */
  int pieces() {
    return pieces;
  }

  /** The run's number, the tile's, or how many bytes follow. */
  private int peek(int field) {
    return piece.getInt(piece.position() + field * Integer.BYTES);
  }

  private void skip() {
    piece.position(piece.position() + HEADER + peek(2));
  }

  private boolean hasMore() {
    while (!piece.hasRemaining() && !ended) {
      Optional<byte[]> next = checkpoints.piece(plan, pieces);
      if (next.isPresent()) {
        piece = ByteBuffer.wrap(next.get());
        pieces++;
      } else {
        ended = true;
      }
    }
    return piece.hasRemaining();
  }
}

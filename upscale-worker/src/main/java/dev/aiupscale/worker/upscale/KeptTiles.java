package dev.aiupscale.worker.upscale;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The network's results that outlive an attempt: gives those that an earlier one kept, and keeps
 * those of this one where so much work is ahead that it pays.
 */
final class KeptTiles implements AutoCloseable {
  private final Checkpoints checkpoints;
  private final String plan;
  private final EarlierTiles earlier;
  private final TileWork work;
  private @Nullable TileLog log;
  private int run;

  /**
   * @param plan names all that the results depend on
   */
  KeptTiles(Checkpoints checkpoints, String plan, TileWork work) {
    this.checkpoints = checkpoints;
    this.plan = plan;
    this.earlier = new EarlierTiles(checkpoints, plan);
    this.work = work;
  }

  /** Fills what {@code crop} is of {@code tile} with the next tile's result, if it was kept. */
  boolean restore(TileKey key, TileCrop crop, ByteBuffer tile) {
    boolean restored = earlier.restore(run, key, crop, tile);
    run += restored ? 1 : 0;
    return restored;
  }

  /** Takes the result of the next tile, which was not restored. */
  void add(TileKey key, TileCrop crop, ByteBuffer tile) {
    int number = run++;
    // Among what earlier attempts kept, gaps stay.
    if (earlier.isUsedUp() && (earlier.pieces() > 0 || checkpoints.isWorthwhile(work.done()))) {
      if (log == null) {
        log = new TileLog(checkpoints, plan, earlier.pieces(), work.tilesToRun());
      }
      log.add(number, key, crop, tile);
    }
  }

  /** Keeps what is left, unless there is nothing left to be done. */
  @Override
  public void close() {
    if (log != null) {
      log.end(work.done() < 1);
    }
  }
}

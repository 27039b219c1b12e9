package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.tile.TileGrid;

/** Counts tiles as they are done, tells the listener, and stops work that is no longer wanted. */
final class TileWork {
  private final ProgressListener listener;
  private final Cancellation cancellation;
  private long tiles;
  private long tilesToRun;
  private long run;

  TileWork(ProgressListener listener, Cancellation cancellation) {
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** Adds a plane to what is to be done; tiles of one colour are as good as no work. */
  void add(Plane plane, TileGrid grid) {
    for (int row = 0; row < grid.rows().count(); row++) {
      for (int column = 0; column < grid.columns().count(); column++) {
        if (plane.colour(grid.tile(column, row), grid) == Plane.MIXED) {
          tilesToRun++;
        }
      }
    }
    tiles += grid.count();
  }

  void beforeTile() {
    if (Thread.currentThread().isInterrupted() || cancellation.isCancelled()) {
      throw new CancelledException();
    }
  }

  /** The network has run once. */
  void ran() {
    run++;
    listener.progressed(done());
  }

  /** How often the network is to be run, at the most. */
  long tilesToRun() {
    return tilesToRun;
  }

  double done() {
    return Math.min(1.0, (double) run / Math.max(1, tilesToRun));
  }

  long tiles() {
    return tiles;
  }

  long skipped() {
    return tiles - run;
  }
}

package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.tile.TileGrid;

/** Counts tiles as they are done, tells the listener, and stops work that is no longer wanted. */
final class TileWork {
  private final ProgressListener listener;
  private final Cancellation cancellation;
  private final Runnable networkDone;
  private final TileKeys keys = new TileKeys();
  private volatile boolean stopped;
  private long tiles;
  private long tilesToRun;
  private long run;

  /**
   * @param networkDone told when no tile is left to be run
   */
  TileWork(ProgressListener listener, Cancellation cancellation, Runnable networkDone) {
    this.listener = listener;
    this.cancellation = cancellation;
    this.networkDone = networkDone;
  }

  /** Adds a plane to what is to be done; tiles that equal another are no work. */
  void add(Plane plane, TileGrid grid) {
    keys.add(plane, grid);
    tiles += grid.count();
    tilesToRun = keys.distinct();
  }

  TileKeys keys() {
    return keys;
  }

  /** Nobody takes what is still to come. */
  void stop() {
    stopped = true;
  }

  /**
   * Asked before each tile and, by a thread of its own, while one runs.
   *
   * @throws CancelledException when not
   */
  void requireWanted() {
    if (stopped || cancellation.isCancelled()) {
      throw new CancelledException();
    }
  }

  /**
   * The network is within a run.
   *
   * @param more tiles that it has done in it, with a fraction
   */
  void running(double more) {
    listener.progressed(Math.min(1.0, (run + more) / Math.max(1, tilesToRun)));
  }

  /** The network has run on so many tiles. */
  void ran(int more) {
    run += more;
    listener.progressed(done());
    tellWhenDone();
  }

  /** A tile need not be run: an earlier attempt kept its result. */
  void restored() {
    run++;
    listener.restored(done());
    tellWhenDone();
  }

  private void tellWhenDone() {
    if (run >= tilesToRun) {
      networkDone.run();
    }
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

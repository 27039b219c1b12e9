package dev.aiupscale.worker.onnx;

import java.util.function.DoubleConsumer;

/**
 * What goes with a run of tiles through a network.
 *
 * @param progress hears what share of the run is done, less than 1
 */
record TileRun(StopSwitch stop, DoubleConsumer progress) {
  /** A run that nobody stops or looks at. */
  static TileRun unwatched() {
    return new TileRun(new StopSwitch(), share -> {});
  }

  /**
   * The part of the run that begins when {@code from} of it is done, and is {@code share} of it.
   */
  TileRun part(double from, double share) {
    return new TileRun(stop, done -> progress.accept(from + share * done));
  }

  /** The same run once more: its progress has been told. */
  TileRun again() {
    return new TileRun(stop, share -> {});
  }

  void done(double share) {
    progress.accept(share);
  }
}

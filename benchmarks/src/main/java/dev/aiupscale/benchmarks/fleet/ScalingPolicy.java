package dev.aiupscale.benchmarks.fleet;

import java.util.OptionalInt;

/** Decides how many instances there should be. */
interface ScalingPolicy {
  /** Seconds between two looks. */
  double LOOK_EVERY = 15;

  /** Told of the system every {@link #LOOK_EVERY} seconds; the instances wanted, if they change. */
  OptionalInt look(Observation now);

  /** Whether only idle workers go when the group shrinks. */
  boolean protectsWorking();

  /** A group that nothing changes. */
  static ScalingPolicy fixed() {
    return new ScalingPolicy() {
      @Override
      public OptionalInt look(Observation now) {
        return OptionalInt.empty();
      }

      @Override
      public boolean protectsWorking() {
        return true;
      }
    };
  }
}

package dev.aiupscale.benchmarks.fleet;

import dev.aiupscale.platform.load.WorkersNeeded;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * Ours: the workers that the API says are needed. Target tracking on them for each instance, which
 * is predicted seconds of work over the acceptable wait, and steps for a rush.
 */
final class PredictedWorkPolicy implements ScalingPolicy {
  private final WorkersNeeded needed;
  private final TargetTracking tracking = new TargetTracking(1);
  private final Minute minute = new Minute();
  private Instant clock = Instant.EPOCH;
  private double told;

  /**
   * @param acceptableWait seconds that a job may wait
   */
  PredictedWorkPolicy(double acceptableWait) {
    this.needed = new WorkersNeeded(Duration.ofMillis((long) (1000 * acceptableWait)));
  }

  @Override
  public OptionalInt look(Observation now) {
    // What the API says now is known by the next look.
    minute.add(told);
    clock = clock.plusMillis((long) (1000 * LOOK_EVERY));
    told = needed.after(clock, now.inWork(), now.waiting(), now.waitingSeconds());
    if (!minute.isOver()) {
      return OptionalInt.empty();
    }
    double known = minute.largest();
    int instances = Math.max(1, now.instances());
    OptionalInt tracked = tracking.minute(known / instances, instances, now.isSettled());
    return known > now.instances()
        ? OptionalInt.of(now.instances() + Ladder.up(known - now.instances()))
        : tracked;
  }

  @Override
  public boolean protectsWorking() {
    return true;
  }
}

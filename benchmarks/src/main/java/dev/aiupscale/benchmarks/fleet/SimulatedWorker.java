package dev.aiupscale.benchmarks.fleet;

import dev.aiupscale.platform.load.LaneOrder;
import org.jspecify.annotations.Nullable;

/** One instance with its worker, from its order until it is gone. */
final class SimulatedWorker {
  /** Where it stands. */
  enum State {
    BOOTING,
    IDLE,
    BUSY,
    /** Works on what it holds, and takes no more. */
    DRAINING,
    GONE
  }

  private final LaneOrder order = new LaneOrder();
  private State state = State.BOOTING;
  private @Nullable FleetJob job;
  private double beganAt;

  LaneOrder order() {
    return order;
  }

  State state() {
    return state;
  }

  void become(State next) {
    state = next;
  }

  void begin(FleetJob next, double now) {
    job = next;
    beganAt = now;
    state = State.BUSY;
    next.started(now);
  }

  /** The job in hand, which it has no more then. */
  FleetJob letGo() {
    FleetJob held = job;
    if (held == null) {
      throw new IllegalStateException("a worker without a job was asked for it");
    }
    job = null;
    return held;
  }

  boolean holds(FleetJob other) {
    return job == other;
  }

  /** Seconds of work that are left of the job in hand. */
  double restSeconds(double now) {
    return job == null ? 0 : job.restSeconds() - (now - beganAt);
  }

  /** Seconds that it has worked on the job in hand. */
  double workedSeconds(double now) {
    return now - beganAt;
  }
}

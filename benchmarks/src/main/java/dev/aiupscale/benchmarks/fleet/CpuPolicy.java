package dev.aiupscale.benchmarks.fleet;

import java.util.OptionalInt;

/** What the earlier system did: target tracking on the processors' load. */
final class CpuPolicy implements ScalingPolicy {
  private final TargetTracking tracking;
  private final Minute cpu = new Minute();

  /**
   * @param target mean load that is aimed at, 0 to 1
   */
  CpuPolicy(double target) {
    this.tracking = new TargetTracking(target);
  }

  @Override
  public OptionalInt look(Observation now) {
    cpu.add(now.cpu());
    if (!cpu.isOver()) {
      return OptionalInt.empty();
    }
    OptionalInt wanted = tracking.minute(cpu.mean(), now.ready(), now.isSettled());
    // Instances that are still coming are not given back because others are busy.
    return wanted.isPresent() && wanted.getAsInt() > now.ready()
        ? OptionalInt.of(Math.max(wanted.getAsInt(), now.instances()))
        : wanted;
  }

  @Override
  public boolean protectsWorking() {
    return false;
  }
}

package dev.aiupscale.benchmarks.fleet;

import java.util.OptionalInt;

/**
 * AWS' rule for queues: target tracking on jobs for each instance, aiming at acceptable wait over
 * seconds a job. SQS tells CloudWatch of its jobs a minute late.
 */
final class BacklogPolicy implements ScalingPolicy {
  private final TargetTracking tracking;
  private final Minute jobs = new Minute();
  private double told;

  BacklogPolicy(double acceptableWaitSeconds, double secondsPerJob) {
    this.tracking = new TargetTracking(acceptableWaitSeconds / secondsPerJob);
  }

  @Override
  public OptionalInt look(Observation now) {
    jobs.add(now.waiting() + now.inWork());
    if (!jobs.isOver()) {
      return OptionalInt.empty();
    }
    double known = told;
    told = jobs.mean();
    int instances = Math.max(1, now.instances());
    return tracking.minute(known / instances, instances, now.isSettled());
  }

  @Override
  public boolean protectsWorking() {
    return false;
  }
}

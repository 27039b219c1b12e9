package dev.aiupscale.benchmarks.fleet;

import java.util.ArrayList;
import java.util.List;

/** One group under one load: discrete events, the same for the same seed. */
final class Simulation {
  /** SQS spreads a queue over many servers; how many is not told. */
  private static final int SERVERS = 8;

  private final FleetLoad load;
  private final ScalingPolicy policy;
  private final GroupSize size;
  private final Timeline timeline = new Timeline();
  private final Fleet fleet;
  private final Arrivals arrivals;
  private final JobMix mix;
  private final List<FleetJob> counted = new ArrayList<>();

  private Simulation(FleetCase given, ScalingPolicy policy, GroupSize size) {
    this.load = given.load();
    this.policy = policy;
    this.size = size;
    this.arrivals =
        new Arrivals(load.picturesPerDay(), load.pattern(), Randoms.stream(given.seed(), 0));
    this.mix = new PictureMix(given.models(), Randoms.stream(given.seed(), 1));
    SimulatedQueue queue = new SimulatedQueue(SERVERS, Randoms.stream(given.seed(), 2));
    this.fleet =
        new Fleet(
            timeline,
            queue,
            given.machines(),
            policy.protectsWorking(),
            Randoms.stream(given.seed(), 3));
  }

  static FleetResult run(FleetCase given, ScalingPolicy policy, GroupSize size) {
    return new Simulation(given, policy, size).run(given.promisedWait());
  }

  private FleetResult run(double promisedWait) {
    fleet.want(size.least());
    timeline.after(arrivals.next(0), this::arrival);
    timeline.after(ScalingPolicy.LOOK_EVERY, this::look);
    timeline.runUntil(FleetLoad.SETTLING);
    double paidBefore = fleet.time().paidSeconds();
    timeline.runUntil(load.end());
    double hours = (fleet.time().paidSeconds() - paidBefore) / 3600;
    return FleetResult.of(waits(), promisedWait, hours);
  }

  private void arrival() {
    FleetJob job = mix.next(timeline.now());
    if (timeline.now() >= FleetLoad.SETTLING) {
      counted.add(job);
    }
    fleet.submit(job);
    timeline.after(arrivals.next(timeline.now()), this::arrival);
  }

  private void look() {
    policy.look(fleet.observe()).ifPresent(wanted -> fleet.want(size.bounded(wanted)));
    timeline.after(ScalingPolicy.LOOK_EVERY, this::look);
  }

  /** A job that still waits at the end has waited until then at least. */
  private double[] waits() {
    return counted.stream().mapToDouble(job -> job.waitedUntil(load.end())).toArray();
  }
}

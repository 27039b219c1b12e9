package dev.aiupscale.benchmarks.fleet;

/**
 * How machines come and go; all times in seconds.
 *
 * @param bootLeast the shortest time from the order of an instance until its worker takes jobs
 * @param bootMost the longest
 * @param meanUntilNotice mean life of an instance until a notice of its end (spot)
 * @param meanUntilCrash mean life of an instance until it is gone without a notice
 * @param graceTime a worker that is to go finishes what fits in it, and hands back the rest
 * @param visibilityTimeout after which the job of a worker that is gone is shown again
 */
record MachineModel(
    double bootLeast,
    double bootMost,
    double meanUntilNotice,
    double meanUntilCrash,
    double graceTime,
    double visibilityTimeout) {
  private static final double HOUR = 3600;

  /** Spot instances of EC2; the rates are assumed, the rest is what the workers are set to. */
  static final MachineModel SPOT = new MachineModel(60, 180, 100 * HOUR, 5000 * HOUR, 70, 30);

  /** Machines that are there at once, and stay. */
  static final MachineModel STEADFAST =
      new MachineModel(0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 70, 30);
}

package dev.aiupscale.benchmarks.fleet;

/** What the jobs of a load cost. */
@FunctionalInterface
interface JobMix {
  /** The next job, which arrives at {@code now}. */
  FleetJob next(double now);
}

package dev.aiupscale.benchmarks.fleet;

/**
 * What can be known of the system at one moment.
 *
 * @param waiting jobs that nobody works on
 * @param waitingSeconds predicted seconds of these
 * @param inWork jobs in work
 * @param instances that are there or coming, without those that go
 * @param ready workers that take jobs
 * @param cpu busy part of the ready workers' time since the last observation, 0 to 1
 */
record Observation(
    int waiting, double waitingSeconds, int inWork, int instances, int ready, double cpu) {
  /** Whether no instance is still coming: until then none is taken away. */
  boolean isSettled() {
    return instances == ready;
  }
}

package dev.aiupscale.benchmarks.fleet;

/** Between how many instances a group moves. */
record GroupSize(int least, int most) {
  int bounded(int wanted) {
    return Math.max(least, Math.min(most, wanted));
  }
}

package dev.aiupscale.benchmarks.fleet;

/**
 * A load to simulate.
 *
 * @param days that are counted, after a quarter of a day for the group to find its size
 */
record FleetLoad(double picturesPerDay, ArrivalPattern pattern, int days) {
  static final double SETTLING = ArrivalPattern.DAY / 4;

  double end() {
    return SETTLING + days * ArrivalPattern.DAY;
  }
}

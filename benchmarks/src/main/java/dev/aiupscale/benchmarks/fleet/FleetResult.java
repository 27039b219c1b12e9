package dev.aiupscale.benchmarks.fleet;

import java.util.Arrays;

/**
 * What a simulated group did.
 *
 * @param p50 seconds from the upload until a worker takes the job, median; p95 and p99 alike
 * @param missed part of the jobs that waited longer than promised, 0 to 1
 * @param instanceHours that were paid
 */
public record FleetResult(
    int jobs, double p50, double p95, double p99, double missed, double instanceHours) {
  static FleetResult of(double[] waits, double promisedWait, double instanceHours) {
    double[] sorted = waits.clone();
    Arrays.sort(sorted);
    long missed = Arrays.stream(sorted).filter(wait -> wait > promisedWait).count();
    return new FleetResult(
        sorted.length,
        percentile(sorted, 0.50),
        percentile(sorted, 0.95),
        percentile(sorted, 0.99),
        sorted.length == 0 ? 0 : (double) missed / sorted.length,
        instanceHours);
  }

  /** Dollars for 1,000 pictures at a price for an instance's hour. */
  double costPerThousand(double hourPrice) {
    return jobs == 0 ? Double.NaN : 1000 * instanceHours * hourPrice / jobs;
  }

  /** The value that {@code part} of the values are not above (nearest rank). */
  static double percentile(double[] sorted, double part) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
  }
}

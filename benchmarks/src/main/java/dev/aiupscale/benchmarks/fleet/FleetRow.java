package dev.aiupscale.benchmarks.fleet;

import java.util.List;
import java.util.Locale;

/** One policy under one load. */
public record FleetRow(double picturesPerDay, String pattern, String policy, FleetResult result) {
  /** Dollars that an instance's hour costs: a c7a.large on spot, from memory. */
  static final double HOUR_PRICE = 0.04;

  static final List<String> HEAD =
      List.of(
          "pictures a day",
          "arrivals",
          "policy",
          "wait p50 s",
          "p95",
          "p99",
          "missed %",
          "instance hours a day",
          "$ for 1,000");

  List<String> cells(int days) {
    return List.of(
        String.format(Locale.ROOT, "%,.0f", picturesPerDay),
        pattern,
        policy,
        figure(result.p50()),
        figure(result.p95()),
        figure(result.p99()),
        figure(100 * result.missed()),
        String.format(Locale.ROOT, "%,.1f", result.instanceHours() / days),
        String.format(Locale.ROOT, "%,.3f", result.costPerThousand(HOUR_PRICE)));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }
}

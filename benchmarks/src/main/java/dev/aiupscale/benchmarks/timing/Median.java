package dev.aiupscale.benchmarks.timing;

import java.util.List;

/** The middle of some figures, which one slow round does not move. */
public final class Median {
  private Median() {}

  /** The mean of the two middle figures where their number is even. */
  public static double of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures, no median");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    int upper = sorted.size() / 2;
    int lower = (sorted.size() - 1) / 2;
    return (sorted.get(lower) + sorted.get(upper)) / 2;
  }
}

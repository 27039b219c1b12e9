package dev.aiupscale.benchmarks.fleet;

import java.util.random.RandomGenerator;

/** A Poisson process whose rate follows a pattern, by thinning (Lewis and Shedler, 1979). */
final class Arrivals {
  private final double mostRate;
  private final ArrivalPattern pattern;
  private final RandomGenerator random;

  /**
   * @param perDay arrivals of a day at the pattern's usual rate
   */
  Arrivals(double perDay, ArrivalPattern pattern, RandomGenerator random) {
    this.mostRate = perDay / ArrivalPattern.DAY * pattern.mostFactor();
    this.pattern = pattern;
    this.random = random;
  }

  /** Seconds from {@code now} until the next arrival. */
  double next(double now) {
    double at = now;
    do {
      at += -Math.log(1 - random.nextDouble()) / mostRate;
    } while (random.nextDouble() * pattern.mostFactor() >= pattern.factor(at % ArrivalPattern.DAY));
    return at - now;
  }
}

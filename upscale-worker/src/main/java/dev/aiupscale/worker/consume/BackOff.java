package dev.aiupscale.worker.consume;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The pause before the next try: longer each time, and never the same for many jobs at once. */
final class BackOff {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 20;

  private final Duration first;
  private final RandomGenerator random;

  BackOff(Duration first, RandomGenerator random) {
    this.first = first;
    this.random = random;
  }

  /**
   * @param tries tries that failed so far, at least 1
   * @return {@code first · 2^(tries-1)}, give or take a half, at most 10 minutes
   */
  Duration after(int tries) {
    long doubled = first.toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, tries - 1));
    double share = 0.5 + random.nextDouble();
    return Duration.ofMillis((long) Math.min(LONGEST.toMillis(), doubled * share));
  }
}

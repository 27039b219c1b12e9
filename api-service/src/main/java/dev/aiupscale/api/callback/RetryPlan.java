package dev.aiupscale.api.callback;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a receiver that did not take a message is called again: ten times in about half a day. */
final class RetryPlan {
  static final int MAX_TRIES = 10;
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(3);

  private final RandomGenerator random;

  RetryPlan(RandomGenerator random) {
    this.random = random;
  }

  /**
   * A pause of between half of its step and the whole, so that receivers that come back are not
   * called by all at once.
   *
   * @param tries that were in vain, 1 or more
   * @return empty when there is no further one
   */
  Optional<Duration> after(int tries) {
    if (tries >= MAX_TRIES) {
      return Optional.empty();
    }
    double step = Math.min(LONGEST.toMillis(), FIRST.toMillis() * Math.pow(4, tries - 1.0));
    return Optional.of(Duration.ofMillis((long) (step * (0.5 + random.nextDouble() / 2))));
  }
}

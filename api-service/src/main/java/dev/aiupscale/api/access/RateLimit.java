package dev.aiupscale.api.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Holds each client to its rate of uploads at this process: a bucket of a minute's tokens that
 * fills evenly.
 */
final class RateLimit {
  /** Above this many clients, those are forgotten whose buckets are full again. */
  private static final int MANY = 10_000;

  private static final Duration FORGET_EVERY = Duration.ofSeconds(10);

  private final Clock clock;
  private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  private volatile Instant forgottenAt = Instant.MIN;

  RateLimit(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes one token.
   *
   * @return empty, or how long there is none
   */
  Optional<Duration> take(String client, double perMinute) {
    Instant now = clock.instant();
    if (buckets.size() > MANY && !forgottenAt.plus(FORGET_EVERY).isAfter(now)) {
      forgottenAt = now;
      buckets.values().removeIf(bucket -> bucket.at(now).tokens() >= bucket.size());
    }
    Bucket left =
        buckets.compute(
            client,
            (name, before) ->
                (before == null ? Bucket.full(now, perMinute) : before.at(now)).taken());
    if (left.given()) {
      return Optional.empty();
    }
    double seconds = (1 - left.tokens()) * 60 / perMinute;
    return Optional.of(Duration.ofSeconds((long) Math.ceil(seconds)));
  }

  /**
   * @param size tokens of a minute, and at least one
   * @param given whether the last one who asked got a token
   */
  private record Bucket(Instant at, double tokens, double size, double perMinute, boolean given) {
    static Bucket full(Instant now, double perMinute) {
      double size = Math.max(1, perMinute);
      return new Bucket(now, size, size, perMinute, false);
    }

    Bucket at(Instant now) {
      double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
      return new Bucket(
          now, Math.min(size, tokens + seconds * perMinute / 60), size, perMinute, given);
    }

    Bucket taken() {
      boolean there = tokens >= 1;
      return new Bucket(at, there ? tokens - 1 : tokens, size, perMinute, there);
    }
  }
}

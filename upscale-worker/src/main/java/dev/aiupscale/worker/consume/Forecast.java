package dev.aiupscale.worker.consume;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Predicts from the network's pace how long an attempt will take. The pace is taken after the first
 * tile, which also pays for the network's memory; what the encoder does after the last tile counts
 * as work too, so that the share done is not all of it before the picture is written.
 */
final class Forecast {
  /** Done by the network at one moment, 0 to 1. */
  private record Mark(double done, Instant at) {}

  private final Instant began;
  private final double tailSeconds;
  private @Nullable Mark start;
  private @Nullable Mark first;
  private @Nullable Mark latest;

  /**
   * @param tail predicted time from the last tile to the end
   */
  Forecast(Instant began, Duration tail) {
    this.began = began;
    this.tailSeconds = seconds(tail);
  }

  /** The first tile begins; later calls say nothing new. */
  void networkBegins(Instant now) {
    if (start == null) {
      start = new Mark(0, now);
    }
  }

  /**
   * @param done by the network, 0 to 1
   */
  void done(double done, Instant now) {
    latest = new Mark(done, now);
    if (first == null) {
      first = latest;
    }
  }

  /** Seconds until the end; empty before anything was done. */
  OptionalDouble restSeconds() {
    Mark from = pacedFrom();
    Mark to = latest;
    if (from == null || to == null || to.done() <= from.done()) {
      return OptionalDouble.empty();
    }
    double pace = seconds(Duration.between(from.at(), to.at())) / (to.done() - from.done());
    return OptionalDouble.of(pace * (1 - to.done()) + tailSeconds);
  }

  /** What part of the whole time, 0 to 1, has passed. */
  double share() {
    OptionalDouble rest = restSeconds();
    Mark to = latest;
    if (to == null || rest.isEmpty()) {
      return 0;
    }
    double spent = seconds(Duration.between(began, to.at()));
    double whole = spent + rest.getAsDouble();
    return whole > 0 ? spent / whole : to.done();
  }

  private @Nullable Mark pacedFrom() {
    Mark one = first;
    Mark now = latest;
    return one != null && now != null && now.done() > one.done() ? one : start;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}

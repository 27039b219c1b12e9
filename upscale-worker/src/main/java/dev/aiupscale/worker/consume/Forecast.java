package dev.aiupscale.worker.consume;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Predicts from the network's pace how long an attempt will take. The pace is taken after the first
 * tile, which also pays for the network's memory, and without what an earlier attempt left, which
 * takes next to no time; what the encoder does after the last tile counts as work too, so that the
 * share done is not all of it before the picture is written.
 */
final class Forecast {
  /** Done by the network at one moment, 0 to 1. */
  private record Mark(double done, Instant at) {}

  private final Instant began;
  private final double tailSeconds;
  private @Nullable Mark latest;
  private double restored;
  private double firstDone;
  private double firstSeconds;
  private double pacedDone;
  private double pacedSeconds;

  /**
   * @param tail predicted time from the last tile to the end
   */
  Forecast(Instant began, Duration tail) {
    this.began = began;
    this.tailSeconds = seconds(tail);
  }

  /** The first tile begins; later calls say nothing new. */
  void networkBegins(Instant now) {
    if (latest == null) {
      latest = new Mark(0, now);
    }
  }

  /**
   * The network has done more.
   *
   * @param done so far, 0 to 1
   */
  void done(double done, Instant now) {
    Mark before = moveTo(done, now);
    double more = done - before.done();
    double took = seconds(Duration.between(before.at(), now));
    if (firstDone == 0) {
      firstDone = more;
      firstSeconds = took;
    } else {
      pacedDone += more;
      pacedSeconds += took;
    }
  }

  /**
   * More is there that an earlier attempt did.
   *
   * @param done so far, 0 to 1
   */
  void restored(double done, Instant now) {
    restored += done - moveTo(done, now).done();
  }

  /** Seconds until the end; empty before the network has done anything. */
  OptionalDouble restSeconds() {
    Mark now = latest;
    return now == null || firstDone == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(pace() * (1 - now.done()) + tailSeconds);
  }

  /** What part of the whole time, 0 to 1, has passed; what was restored counts as if done here. */
  double share() {
    OptionalDouble rest = restSeconds();
    Mark now = latest;
    if (now == null || rest.isEmpty()) {
      return 0;
    }
    double spent = seconds(Duration.between(began, now.at())) + pace() * restored;
    double whole = spent + rest.getAsDouble();
    return whole > 0 ? spent / whole : now.done();
  }

  /** Seconds that the network needs for all of the picture. */
  private double pace() {
    return pacedDone > 0 ? pacedSeconds / pacedDone : firstSeconds / firstDone;
  }

  /** Returns where it was before. */
  private Mark moveTo(double done, Instant now) {
    networkBegins(now);
    Mark before = Objects.requireNonNull(latest);
    latest = new Mark(done, now);
    return before;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}

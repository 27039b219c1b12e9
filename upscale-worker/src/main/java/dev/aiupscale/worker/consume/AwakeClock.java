package dev.aiupscale.worker.consume;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that stands still while the process does (stopped, or on a machine that slept): that time
 * was not spent on anybody's work. It is looked at every second, so that a longer step than some
 * seconds means that nothing ran.
 */
@Singleton
@Typed(AwakeClock.class)
public class AwakeClock extends Clock {
  static final Duration LONGEST_STEP = Duration.ofSeconds(5);

  private final Clock wall;
  private Instant seen;
  private Instant now;

  public AwakeClock(Clock wall) {
    this.wall = wall;
    this.seen = wall.instant();
    this.now = seen;
  }

  @Scheduled(every = "1s")
  void look() {
    instant();
  }

  @Override
  public synchronized Instant instant() {
    Instant present = wall.instant();
    Duration step = Duration.between(seen, present);
    seen = present;
    now = now.plus(step.compareTo(LONGEST_STEP) < 0 ? step : LONGEST_STEP);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return wall.getZone();
  }

  /**
   * @throws UnsupportedOperationException since nobody asks this clock for the time of a zone
   */
  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the clock has no time of the day");
  }
}

package dev.aiupscale.platform.outage;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Leaves a part of the system alone for a moment after it did not answer, and lets one question
 * alone find out whether it is back: threads do not pile up before what is down.
 */
public final class Breaker {
  private static final long OPEN = Long.MIN_VALUE;

  /** By then the one question has an answer or has failed; else its asker is gone. */
  private static final Duration LONGEST_QUESTION = Duration.ofSeconds(30);

  private final Duration retryAfter;
  private final Clock clock;
  private final AtomicLong closedUntil = new AtomicLong(OPEN);

  /**
   * @param retryAfter how long nobody asks after a failure
   */
  public Breaker(Duration retryAfter, Clock clock) {
    this.retryAfter = retryAfter;
    this.clock = clock;
  }

  /** Whether the caller may ask now; it then tells how that went. */
  public boolean mayAsk() {
    long until = closedUntil.get();
    return until == OPEN
        || (clock.millis() >= until && closedUntil.compareAndSet(until, in(LONGEST_QUESTION)));
  }

  /** A question was answered. */
  public void answered() {
    closedUntil.set(OPEN);
  }

  /** A question was not answered. */
  public void failed() {
    closedUntil.set(in(retryAfter));
  }

  public Duration retryAfter() {
    return retryAfter;
  }

  private long in(Duration time) {
    return clock.millis() + time.toMillis();
  }
}

package dev.aiupscale.platform.redis;

import dev.aiupscale.platform.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Leaves Redis alone for a moment after a failure, and lets one question alone find out whether it
 * is back: threads do not pile up before a cache that is down.
 */
@ApplicationScoped
public class RedisBreaker {
  private static final Logger LOG = Logger.getLogger(RedisBreaker.class);
  private static final long OPEN = Long.MIN_VALUE;

  private final Duration retryAfter;
  private final Clock clock;
  private final AtomicLong closedUntil = new AtomicLong(OPEN);

  public RedisBreaker(PlatformConfig config, Clock clock) {
    this.retryAfter = config.cache().retryAfter();
    this.clock = clock;
  }

  /** The answer; empty when there is none or Redis is down. */
  public <T> Optional<T> ask(Supplier<T> question) {
    if (!mayAsk()) {
      return Optional.empty();
    }
    try {
      Optional<T> answer = Optional.ofNullable(question.get());
      closedUntil.set(OPEN);
      return answer;
    } catch (RuntimeException e) {
      closedUntil.set(nextQuestion());
      LOG.warnf("Redis did not answer, going on without it for %s: %s", retryAfter, e.getMessage());
      return Optional.empty();
    }
  }

  private boolean mayAsk() {
    long until = closedUntil.get();
    return until == OPEN
        || (clock.millis() >= until && closedUntil.compareAndSet(until, nextQuestion()));
  }

  private long nextQuestion() {
    return clock.millis() + retryAfter.toMillis();
  }
}

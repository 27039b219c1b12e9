package dev.aiupscale.platform.redis;

import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.outage.Breaker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Asks Redis while it answers; what it cannot be asked has no answer. */
@ApplicationScoped
public class RedisBreaker {
  private static final Logger LOG = Logger.getLogger(RedisBreaker.class);

  private final Breaker breaker;

  public RedisBreaker(PlatformConfig config, Clock clock) {
    this.breaker = new Breaker(config.cache().retryAfter(), clock);
  }

  /** The answer; empty when there is none or Redis is down. */
  public <T> Optional<T> ask(Supplier<T> question) {
    if (!breaker.mayAsk()) {
      return Optional.empty();
    }
    try {
      Optional<T> answer = Optional.ofNullable(question.get());
      breaker.answered();
      return answer;
    } catch (RuntimeException e) {
      breaker.failed();
      LOG.warnf(
          "Redis did not answer, going on without it for %s: %s",
          breaker.retryAfter(), e.getMessage());
      return Optional.empty();
    }
  }
}

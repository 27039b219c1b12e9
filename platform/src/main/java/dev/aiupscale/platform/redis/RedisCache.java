package dev.aiupscale.platform.redis;

import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.cache.Cache;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.SetArgs;
import io.quarkus.redis.datasource.value.ValueCommands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The cache in Redis. After a failure Redis is left alone for a moment, so that no threads pile up.
 */
@ApplicationScoped
public class RedisCache implements Cache {
  private static final Logger LOG = Logger.getLogger(RedisCache.class);

  private final RedisDataSource redis;
  private final ValueCommands<String, byte[]> values;
  private final Duration retryAfter;
  private final Clock clock;
  private volatile Instant closedUntil = Instant.MIN;

  public RedisCache(RedisDataSource redis, PlatformConfig config, Clock clock) {
    this.redis = redis;
    this.values = redis.value(byte[].class);
    this.retryAfter = config.cache().retryAfter();
    this.clock = clock;
  }

  @Override
  public Optional<byte[]> get(String key) {
    return ask(() -> Optional.ofNullable(values.get(key))).orElse(Optional.empty());
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    ask(() -> set(key, value, new SetArgs().px(timeToLive)));
  }

  @Override
  public void putIfAbsent(String key, byte[] value, Duration timeToLive) {
    ask(() -> set(key, value, new SetArgs().px(timeToLive).nx()));
  }

  @Override
  public void delete(String... keys) {
    ask(() -> redis.key().del(keys));
  }

  @Override
  public boolean isUp() {
    return ask(() -> redis.execute("PING")).isPresent();
  }

  private boolean set(String key, byte[] value, SetArgs args) {
    values.set(key, value, args);
    return true;
  }

  private <T> Optional<T> ask(Supplier<T> question) {
    if (clock.instant().isBefore(closedUntil)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(question.get());
    } catch (RuntimeException e) {
      closedUntil = clock.instant().plus(retryAfter);
      LOG.warnf("Redis did not answer, going on without it for %s: %s", retryAfter, e.getMessage());
      return Optional.empty();
    }
  }
}

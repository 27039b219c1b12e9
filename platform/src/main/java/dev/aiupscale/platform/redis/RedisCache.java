package dev.aiupscale.platform.redis;

import dev.aiupscale.platform.cache.Cache;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.SetArgs;
import io.quarkus.redis.datasource.value.ValueCommands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The cache in Redis. */
@ApplicationScoped
public class RedisCache implements Cache {
  private static final String PUT_UNLESS_OLDER =
      """
      local present = redis.call('GETRANGE', KEYS[1], 0, ARGV[2] - 1)
      if present > string.sub(ARGV[1], 1, ARGV[2]) then return 0 end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
      return 1
      """;

  private final RedisDataSource redis;
  private final ValueCommands<String, byte[]> values;
  private final RedisBreaker breaker;
  private final Clock clock;

  public RedisCache(RedisDataSource redis, RedisBreaker breaker, Clock clock) {
    this.redis = redis;
    this.values = redis.value(byte[].class);
    this.breaker = breaker;
    this.clock = clock;
  }

  @Override
  public Optional<byte[]> get(String key) {
    return breaker.ask(() -> Optional.ofNullable(values.get(key))).orElse(Optional.empty());
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    breaker.ask(
        () -> {
          values.set(key, value, new SetArgs().px(timeToLive));
          return true;
        });
  }

  @Override
  public void putUnlessOlder(String key, String text, int stampLength, Instant until) {
    breaker.ask(
        () -> {
          long millis = Duration.between(clock.instant(), until).toMillis();
          return millis > 0
              ? redis.execute(
                  "EVAL", PUT_UNLESS_OLDER, "1", key, text, "" + stampLength, "" + millis)
              : null;
        });
  }

  @Override
  public void delete(String... keys) {
    breaker.ask(() -> redis.key().del(keys));
  }

  @Override
  public boolean isUp() {
    return breaker.ask(() -> redis.execute("PING")).isPresent();
  }
}

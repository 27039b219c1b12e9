package dev.aiupscale.platform.redis;

import dev.aiupscale.platform.cache.Cache;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.SetArgs;
import io.quarkus.redis.datasource.value.ValueCommands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The cache in Redis. */
@ApplicationScoped
public class RedisCache implements Cache {
  private static final String PUT_UNLESS_OLDER =
      """
      local now = redis.call('TIME')
      local rest = ARGV[3] - now[1] * 1000 - math.floor(now[2] / 1000)
      if rest <= 0 then return 0 end
      local present = redis.call('GETRANGE', KEYS[1], 0, ARGV[2] - 1)
      if present > string.sub(ARGV[1], 1, ARGV[2]) then return 0 end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', rest)
      return 1
      """;

  private final RedisDataSource redis;
  private final ValueCommands<String, byte[]> values;
  private final RedisBreaker breaker;

  public RedisCache(RedisDataSource redis, RedisBreaker breaker) {
    this.redis = redis;
    this.values = redis.value(byte[].class);
    this.breaker = breaker;
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
    // The end, not the rest of the time: a command may wait long until a Redis that stood still
    // reads it.
    breaker.ask(
        () ->
            redis.execute(
                "EVAL",
                PUT_UNLESS_OLDER,
                "1",
                key,
                text,
                String.valueOf(stampLength),
                String.valueOf(until.toEpochMilli())));
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

package dev.aiupscale.platform.redis;

import dev.aiupscale.platform.cache.Cache;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.value.SetArgs;
import io.quarkus.redis.datasource.value.ValueCommands;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** The cache in Redis. */
@ApplicationScoped
public class RedisCache implements Cache {
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
    breaker.ask(() -> set(key, value, new SetArgs().px(timeToLive)));
  }

  @Override
  public void putIfAbsent(String key, byte[] value, Duration timeToLive) {
    breaker.ask(() -> set(key, value, new SetArgs().px(timeToLive).nx()));
  }

  @Override
  public void delete(String... keys) {
    breaker.ask(() -> redis.key().del(keys));
  }

  @Override
  public boolean isUp() {
    return breaker.ask(() -> redis.execute("PING")).isPresent();
  }

  private boolean set(String key, byte[] value, SetArgs args) {
    values.set(key, value, args);
    return true;
  }
}

package dev.aiupscale.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.localstack.LocalStack;
import dev.aiupscale.localstack.LocalStackConfig;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.SetClock;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.runtime.datasource.BlockingRedisDataSourceImpl;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisCacheIT {
  private final PlatformConfig config =
      new SmallRyeConfigBuilder()
          .withMapping(PlatformConfig.class)
          .build()
          .getConfigMapping(PlatformConfig.class);
  private final SetClock clock = new SetClock();
  // The end of a copy is held against the clock of Redis.
  private final Instant later = Instant.now().plus(Duration.ofHours(1));
  private final LocalStack stack = LocalStack.start(LocalStackConfig.transientOnFreePorts());
  private final Vertx vertx = Vertx.vertx();
  private final Redis client = Redis.createClient(vertx, stack.redisEndpoint().toString());
  private final RedisDataSource redis =
      new BlockingRedisDataSourceImpl(vertx, client, RedisAPI.api(client), Duration.ofSeconds(5));
  private final RedisCache cache = new RedisCache(redis, new RedisBreaker(config, clock));

  @AfterEach
  void stop() {
    vertx.closeAndAwait();
    stack.close();
  }

  @Test
  void whatIsOlderReplacesNothingAndWhatIsNewerOrEqualDoes() {
    cache.putUnlessOlder("job", "02 two", 2, later);
    cache.putUnlessOlder("job", "01 one", 2, later);
    assertThat(text()).hasValue("02 two");

    cache.putUnlessOlder("job", "02 zwei", 2, later);
    assertThat(text()).hasValue("02 zwei");
    cache.putUnlessOlder("job", "10 ten: \u00e4", 2, later);
    assertThat(text()).hasValue("10 ten: \u00e4");
  }

  @Test
  void whatIsOutdatedIsNotPutAndWhatIsPutGoesWhenItIs() {
    cache.putUnlessOlder("job", "01 one", 2, clock.instant());
    assertThat(text()).isEmpty();

    cache.putUnlessOlder("job", "01 one", 2, later);

    assertThat(redis.execute("PTTL", "job").toLong()).isBetween(1L, Duration.ofHours(1).toMillis());
  }

  @Test
  void whatARedisThatStoodStillReadsTooLateIsNotPut() {
    redis.execute("CLIENT", "PAUSE", "300");

    cache.putUnlessOlder("job", "01 one", 2, Instant.now().plusMillis(100));

    assertThat(text()).isEmpty();
  }

  private Optional<String> text() {
    return cache.get("job").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}

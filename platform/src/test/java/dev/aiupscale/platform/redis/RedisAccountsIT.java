package dev.aiupscale.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.job.Demand;
import dev.aiupscale.localstack.LocalStack;
import dev.aiupscale.localstack.LocalStackConfig;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.SetClock;
import dev.aiupscale.platform.load.FairShare;
import dev.aiupscale.platform.load.FixedWorkload;
import dev.aiupscale.platform.queue.Lane;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.runtime.datasource.BlockingRedisDataSourceImpl;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisAccountsIT {
  private final PlatformConfig config =
      new SmallRyeConfigBuilder()
          .withMapping(PlatformConfig.class)
          .build()
          .getConfigMapping(PlatformConfig.class);
  private final SetClock clock = new SetClock();
  private final LocalStack stack = LocalStack.start(LocalStackConfig.transientOnFreePorts());
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.closeAndAwait();
    stack.close();
  }

  @Test
  void aClientHasOneShareHoweverManyProcessesItSendsTo() {
    FairShare one = process();
    FairShare another = process();

    assertThat(one.place(new Demand("a", 5))).isEqualTo(Lane.FRONT);

    assertThat(another.place(new Demand("a", 1))).isEqualTo(Lane.BULK);
    assertThat(another.place(new Demand("b", 1))).isEqualTo(Lane.FRONT);
    assertThat(one.owed("a")).isEqualTo(6);
  }

  @Test
  void noBookingIsLostWhenManyBookAtOnce() {
    List<FairShare> processes = List.of(process(), process());

    IntStream.range(0, 40)
        .mapToObj(
            i -> CompletableFuture.runAsync(() -> processes.get(i % 2).place(new Demand("a", 1))))
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(process().owed("a")).isEqualTo(40);
  }

  @Test
  void withoutRedisEachProcessKeepsItsOwn() {
    FairShare share = process();
    stack.close();

    assertThat(share.place(new Demand("a", 5))).isEqualTo(Lane.FRONT);
    assertThat(share.place(new Demand("a", 1))).isEqualTo(Lane.BULK);
  }

  private FairShare process() {
    Redis client = Redis.createClient(vertx, stack.redisEndpoint().toString());
    RedisDataSource redis =
        new BlockingRedisDataSourceImpl(vertx, client, RedisAPI.api(client), Duration.ofSeconds(5));
    // Mutiny sets itself up at the first call, which bears no second at the same time.
    redis.execute("PING");
    RedisAccounts accounts = new RedisAccounts(redis, new RedisBreaker(config, clock));
    return new FairShare(accounts, new FixedWorkload(1), config, clock);
  }
}

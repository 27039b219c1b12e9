package dev.aiupscale.platform.redis;

import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.load.LocalAccounts;
import dev.aiupscale.platform.load.ShareAccount;
import dev.aiupscale.platform.load.ShareAccounts;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * Accounts that all processes share in Redis, changed by compare-and-set; while Redis does not
 * answer each process keeps its own.
 */
@ApplicationScoped
public class RedisAccounts implements ShareAccounts {
  private static final Logger LOG = Logger.getLogger(RedisAccounts.class);

  /** Of many who book at once, one is through with each round. */
  private static final int TRIES = 100;

  /** By then an account is empty. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final String REPLACE =
      """
      if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
      redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      return 1
      """;

  private final RedisDataSource redis;
  private final RedisBreaker breaker;
  private final ShareAccounts local = new LocalAccounts();

  public RedisAccounts(RedisDataSource redis, RedisBreaker breaker) {
    this.redis = redis;
    this.breaker = breaker;
  }

  @Override
  public ShareAccount change(String client, Instant now, UnaryOperator<ShareAccount> change) {
    return breaker
        .ask(() -> changeShared("share/" + client, now, change))
        .flatMap(changed -> changed)
        .orElseGet(() -> local.change(client, now, change));
  }

  /** Empty when others were faster each time. */
  private Optional<ShareAccount> changeShared(
      String key, Instant now, UnaryOperator<ShareAccount> change) {
    for (int i = 0; i < TRIES; i++) {
      String present =
          Optional.ofNullable(redis.execute("GET", key)).map(Response::toString).orElse("");
      ShareAccount changed = change.apply(read(present, now).passed(now));
      if (replace(key, present, changed)) {
        return Optional.of(changed);
      }
    }
    return Optional.empty();
  }

  private boolean replace(String key, String present, ShareAccount changed) {
    String json = new String(Json.write(changed), StandardCharsets.UTF_8);
    String kept = String.valueOf(KEPT.toMillis());
    return redis.execute("EVAL", REPLACE, "1", key, present, json, kept).toInteger() == 1;
  }

  private static ShareAccount read(String json, Instant now) {
    if (json.isEmpty()) {
      return ShareAccount.empty(now);
    }
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8), ShareAccount.class);
    } catch (IOException e) {
      LOG.warnf("a client's account is not readable and begins anew: %s", e.getMessage());
      return ShareAccount.empty(now);
    }
  }
}

package dev.aiupscale.platform.redis;

import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.load.WorkerPace;
import dev.aiupscale.platform.load.Workload;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.hash.HashCommands;
import io.quarkus.redis.datasource.keys.KeyCommands;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jboss.logging.Logger;

/** The workload in two hashes: sums over the queued jobs, and the workers' last signs of life. */
@ApplicationScoped
public class RedisWorkload implements Workload {
  private static final Logger LOG = Logger.getLogger(RedisWorkload.class);
  private static final String QUEUED = "load/queued";
  private static final String WORKERS = "load/workers";
  private static final String SECONDS = "seconds";
  private static final String JOBS = "jobs";
  private static final Duration ALIVE = Duration.ofSeconds(30);

  private final HashCommands<String, String, String> hashes;
  private final KeyCommands<String> keys;
  private final RedisBreaker breaker;
  private final Clock clock;

  public RedisWorkload(RedisDataSource redis, RedisBreaker breaker, Clock clock) {
    this.hashes = redis.hash(String.class);
    this.keys = redis.key();
    this.breaker = breaker;
    this.clock = clock;
  }

  @Override
  public void queued(double seconds) {
    breaker.ask(() -> add(seconds, 1));
  }

  @Override
  public void settled(double seconds) {
    breaker.ask(() -> add(-seconds, -1));
  }

  /** Of a sum that lost its jobs (Redis was emptied, say) nothing can be told: it starts anew. */
  @Override
  public OptionalDouble meanSeconds() {
    Map<String, String> sums = breaker.ask(() -> hashes.hgetall(QUEUED)).orElse(Map.of());
    double seconds = number(sums, SECONDS);
    double jobs = number(sums, JOBS);
    if (jobs >= 1 && seconds > 0) {
      return OptionalDouble.of(seconds / jobs);
    }
    if (!sums.isEmpty() && (jobs < 0 || seconds < 0)) {
      breaker.ask(() -> keys.del(QUEUED));
    }
    return OptionalDouble.empty();
  }

  @Override
  public void beat(String worker, WorkerPace pace) {
    String json = new String(Json.write(pace), StandardCharsets.UTF_8);
    breaker.ask(() -> hashes.hset(WORKERS, worker, json));
  }

  @Override
  public List<WorkerPace> livingWorkers() {
    Instant oldest = clock.instant().minus(ALIVE);
    List<WorkerPace> living = new ArrayList<>();
    breaker
        .ask(() -> hashes.hgetall(WORKERS))
        .orElse(Map.of())
        .forEach(
            (worker, json) -> {
              WorkerPace pace = read(json);
              if (pace.at().isAfter(oldest)) {
                living.add(pace);
              } else {
                breaker.ask(() -> hashes.hdel(WORKERS, worker));
              }
            });
    return living;
  }

  private boolean add(double seconds, int jobs) {
    hashes.hincrbyfloat(QUEUED, SECONDS, seconds);
    hashes.hincrby(QUEUED, JOBS, jobs);
    return true;
  }

  private static double number(Map<String, String> sums, String field) {
    return Double.parseDouble(sums.getOrDefault(field, "0"));
  }

  private static WorkerPace read(String json) {
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8), WorkerPace.class);
    } catch (IOException e) {
      LOG.warnf("a worker's sign of life is not readable: %s", e.getMessage());
      return new WorkerPace(Instant.MIN, 0, Map.of());
    }
  }
}

package dev.aiupscale.worker.consume;

import dev.aiupscale.platform.cache.Cache;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A cache that now and then loses everything. */
final class TurnCache implements Cache {
  private final Turns turns;
  private final Random random;
  private final Map<String, byte[]> values = new HashMap<>();

  TurnCache(Turns turns, Random random) {
    this.turns = turns;
    this.random = random;
  }

  @Override
  public Optional<byte[]> get(String key) {
    turn();
    synchronized (values) {
      return Optional.ofNullable(values.get(key));
    }
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    turn();
    synchronized (values) {
      values.put(key, value);
    }
  }

  @Override
  public void putIfAbsent(String key, byte[] value, Duration timeToLive) {
    turn();
    synchronized (values) {
      values.putIfAbsent(key, value);
    }
  }

  @Override
  public void delete(String... keys) {
    turn();
    synchronized (values) {
      List.of(keys).forEach(values::remove);
    }
  }

  @Override
  public boolean isUp() {
    return true;
  }

  private void turn() {
    turns.take("cache");
    synchronized (values) {
      if (random.nextInt(100) == 0) {
        values.clear();
      }
    }
  }
}

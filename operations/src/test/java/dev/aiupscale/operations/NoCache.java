package dev.aiupscale.operations;

import dev.aiupscale.platform.cache.Cache;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A cache that is down. */
final class NoCache implements Cache {
  @Override
  public Optional<byte[]> get(String key) {
    return Optional.empty();
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {}

  @Override
  public void putUnlessOlder(String key, String text, int stampLength, Instant until) {}

  @Override
  public void delete(String... keys) {}

  @Override
  public boolean isUp() {
    return false;
  }
}

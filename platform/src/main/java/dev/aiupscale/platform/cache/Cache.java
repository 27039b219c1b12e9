package dev.aiupscale.platform.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * A place for copies that may vanish at any moment. No method ever fails: a cache that cannot be
 * reached answers like an empty one.
 */
public interface Cache {
  Optional<byte[]> get(String key);

  void put(String key, byte[] value, Duration timeToLive);

  /** Puts the value only where there is none: for copies made by readers. */
  void putIfAbsent(String key, byte[] value, Duration timeToLive);

  void delete(String... keys);

  /** Whether the cache answers at present. */
  boolean isUp();
}

package dev.aiupscale.platform.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A place for copies that may vanish at any moment. No method ever fails: a cache that cannot be
 * reached answers like an empty one.
 */
public interface Cache {
  Optional<byte[]> get(String key);

  void put(String key, byte[] value, Duration timeToLive);

  /**
   * Puts the text, until it is outdated, unless the one that is there begins with a later stamp; in
   * one step.
   *
   * @param text begins with its stamp, which sorts as ASCII
   * @param stampLength characters of the stamp
   * @param until when the text goes; nothing is put when that is over
   */
  void putUnlessOlder(String key, String text, int stampLength, Instant until);

  void delete(String... keys);

  /** Whether the cache answers at present. */
  boolean isUp();
}

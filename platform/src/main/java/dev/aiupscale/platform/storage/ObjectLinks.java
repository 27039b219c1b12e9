package dev.aiupscale.platform.storage;

import java.net.URI;
import java.time.Duration;

/**
 * Addresses at which clients themselves reach single objects for a while. Whoever has one can use
 * it, and for nothing else.
 */
public interface ObjectLinks {
  /**
   * Takes one object by PUT.
   *
   * @param bytes that the object has to have; the store refuses any other number
   */
  URI toPut(String key, long bytes, Duration time);

  /** Gives the object by GET, in ranges, too, with these headers. */
  URI toGet(String key, Download download, Duration time);

  /** What the store answers beside the bytes. */
  record Download(String mediaType, String disposition, String cacheControl) {}
}

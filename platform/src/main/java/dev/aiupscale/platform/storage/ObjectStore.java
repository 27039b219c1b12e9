package dev.aiupscale.platform.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The durable store: the source of truth. Every write is whole or not at all. Methods throw {@code
 * UpscaleException(STORAGE_UNAVAILABLE)} when the store cannot be reached.
 */
public interface ObjectStore {
  /** Stores the bytes under {@code key}, over whatever is there. */
  void put(String key, String mediaType, byte[] bytes);

  /** Stores the file under {@code key}, over whatever is there. */
  void put(String key, String mediaType, Path file);

  /** Begins an object that is written as it is made and appears when it is committed. */
  ObjectUpload upload(String key, String mediaType);

  /**
   * Stores the bytes only if the object still has {@code expectedEtag}; null means that no object
   * may exist yet.
   *
   * @return the new ETag, or empty when somebody else was faster
   */
  Optional<String> putIfUnchanged(
      String key, String mediaType, byte[] bytes, @Nullable String expectedEtag);

  /** The object's facts, without its bytes. */
  Optional<ObjectFacts> head(String key);

  /**
   * The object as a stream that the caller closes.
   *
   * @param range an HTTP byte range such as {@code bytes=0-99}, or null for the whole
   */
  Optional<ObjectStream> open(String key, @Nullable String range);

  /** The first keys that begin with {@code prefix}, in order; 1,000 at most. */
  List<String> list(String prefix);

  /** Erases the object; nothing happens when there is none. */
  void delete(String key);

  /**
   * Erases the object only if it still has {@code expectedEtag}.
   *
   * @return whether it is gone
   */
  boolean deleteIfUnchanged(String key, String expectedEtag);

  /** Asks the store for a sign of life. */
  void ping();

  /** Erases all objects whose keys begin with {@code prefix}. */
  default void deleteAll(String prefix) {
    for (List<String> keys = list(prefix); !keys.isEmpty(); keys = list(prefix)) {
      keys.forEach(this::delete);
    }
  }

  /** The whole of a small object. */
  default Optional<StoredBytes> read(String key) {
    return open(key, null).map(ObjectStream::readAll);
  }
}

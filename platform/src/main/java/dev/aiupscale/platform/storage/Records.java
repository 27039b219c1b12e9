package dev.aiupscale.platform.storage;

import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** JSON records in the object store, changed by compare-and-set so that no change is lost. */
final class Records<T> {
  private static final int TRIES = 10;

  private final ObjectStore store;
  private final Class<T> type;

  Records(ObjectStore store, Class<T> type) {
    this.store = store;
    this.type = type;
  }

  Optional<Versioned<T>> find(String key) {
    return store.read(key).map(stored -> new Versioned<>(parse(key, stored), stored.etag()));
  }

  /** Writes {@code value} where nothing is yet; empty when something is. */
  Optional<Versioned<T>> create(String key, T value) {
    return write(key, value, null);
  }

  /** Writes {@code value} over the version that {@code seen} is; empty when that is outdated. */
  Optional<Versioned<T>> replace(String key, Versioned<T> seen, T value) {
    return write(key, value, seen.etag());
  }

  /** Applies {@code change} to whatever is there, again until nobody came between. */
  Optional<Versioned<T>> change(String key, UnaryOperator<T> change) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Versioned<T>> seen = find(key);
      if (seen.isEmpty()) {
        return Optional.empty();
      }
      T next = change.apply(seen.get().value());
      Optional<Versioned<T>> written =
          next.equals(seen.get().value()) ? seen : replace(key, seen.get(), next);
      if (written.isPresent()) {
        return written;
      }
    }
    throw new IllegalStateException("too many writers of " + key);
  }

  private Optional<Versioned<T>> write(String key, T value, @Nullable String etag) {
    return store
        .putIfUnchanged(key, "application/json", Json.write(value), etag)
        .map(written -> new Versioned<>(value, written));
  }

  private T parse(String key, StoredBytes stored) {
    try {
      return Json.read(stored.bytes(), type);
    } catch (IOException e) {
      throw new UnreadableRecordException(key, e);
    }
  }
}

package dev.aiupscale.api.status;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets one of those load a thing who miss it in the cache at the same time. The others wait, and
 * look into the cache again: what they are told is never older than what the cache tells.
 */
public final class OneLoad {
  private final ConcurrentMap<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

  /**
   * @param key of what was missed
   * @param again looks into the cache
   * @param load reads the thing from where it is kept, and puts it into the cache
   */
  public <T> T load(String key, Supplier<Optional<T>> again, Supplier<T> load) {
    CompletableFuture<Void> own = new CompletableFuture<>();
    CompletableFuture<Void> others = underWay.putIfAbsent(key, own);
    if (others != null) {
      others.join();
      return again.get().orElseGet(load);
    }
    try {
      // Somebody may have loaded it since it was missed.
      return again.get().orElseGet(load);
    } finally {
      underWay.remove(key);
      own.complete(null);
    }
  }
}

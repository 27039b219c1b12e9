package dev.aiupscale.worker.upscale;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the network's results for tiles that come again, the least recently used forgotten first.
 * All tiles of a job are equally large, so that equal tiles have equal results, bit for bit.
 */
final class RepeatedTiles {
  private final int maxBytes;
  private final Map<TileKey, byte[]> results = new LinkedHashMap<>(16, 0.75f, true);
  private int bytes;

  RepeatedTiles(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  byte @Nullable [] get(TileKey key) {
    return results.get(key);
  }

  /** Copies the result, unless it alone is larger than all that may be kept. */
  void keep(TileKey key, ByteBuffer result) {
    int size = result.remaining();
    if (size > maxBytes) {
      return;
    }
    byte[] copy = new byte[size];
    result.get(result.position(), copy);
    results.put(key, copy);
    bytes += size;
    var eldest = results.values().iterator();
    while (bytes > maxBytes) {
      bytes -= eldest.next().length;
      eldest.remove();
    }
  }

  /** The tile does not come again. */
  void forget(TileKey key) {
    byte[] result = results.remove(key);
    if (result != null) {
      bytes -= result.length;
    }
  }
}

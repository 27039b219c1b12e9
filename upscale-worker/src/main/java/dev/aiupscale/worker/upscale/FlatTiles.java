package dev.aiupscale.worker.upscale;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the network's results for tiles of one colour, the least recently used forgotten first.
 * All tiles of a job are equally large, so one colour has one result, bit for bit.
 */
final class FlatTiles {
  private final int maxBytes;
  private final Map<Integer, byte[]> results = new LinkedHashMap<>(16, 0.75f, true);
  private int bytes;

  FlatTiles(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  byte @Nullable [] get(int colour) {
    return results.get(colour);
  }

  boolean hasRoomFor(int size) {
    return size <= maxBytes;
  }

  void put(int colour, byte[] result) {
    results.put(colour, result);
    bytes += result.length;
    var eldest = results.values().iterator();
    while (bytes > maxBytes) {
      bytes -= eldest.next().length;
      eldest.remove();
    }
  }
}

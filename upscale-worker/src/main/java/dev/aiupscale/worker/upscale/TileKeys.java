package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.tile.Tile;
import dev.aiupscale.common.tile.TileGrid;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows before the first tile runs which tiles of a job are equal, so that only what comes again is
 * kept, and what is left to do is not over-estimated.
 */
final class TileKeys {
  private final Map<Plane, @Nullable TileKey[]> keys = new IdentityHashMap<>();
  private final Map<TileKey, Integer> uses = new HashMap<>();

  void add(Plane plane, TileGrid grid) {
    @Nullable TileKey[] ofPlane = new TileKey[Math.toIntExact(grid.count())];
    byte[] tensor = new byte[grid.columns().tileLength() * grid.rows().tileLength() * 3];
    for (int row = 0; row < grid.rows().count(); row++) {
      for (int column = 0; column < grid.columns().count(); column++) {
        Tile tile = grid.tile(column, row);
        if (goesThroughTheNetwork(plane, tile, grid)) {
          plane.copy(tile, grid, ByteBuffer.wrap(tensor));
          TileKey key = TileKey.of(tensor);
          ofPlane[index(tile, grid)] = key;
          uses.merge(key, 1, Integer::sum);
        }
      }
    }
    keys.put(plane, ofPlane);
  }

  /** Alpha of one value stays so without the network. */
  private static boolean goesThroughTheNetwork(Plane plane, Tile tile, TileGrid grid) {
    return plane.channels() == 3 || plane.colour(tile, grid) == Plane.MIXED;
  }

  /** Different tiles that are still to be used. */
  int distinct() {
    return uses.size();
  }

  /** Null for a tile that does not go through the network. */
  @Nullable TileKey key(Plane plane, Tile tile, TileGrid grid) {
    @Nullable TileKey[] ofPlane = keys.get(plane);
    return ofPlane == null ? null : ofPlane[index(tile, grid)];
  }

  /** Whether a tile that was not used yet has equal ones after it. */
  boolean comesAgain(TileKey key) {
    return uses.getOrDefault(key, 0) > 1;
  }

  /**
   * Notes that a tile was used.
   *
   * @return whether an equal one comes again
   */
  boolean used(TileKey key) {
    return uses.computeIfPresent(key, (same, left) -> left > 1 ? left - 1 : null) != null;
  }

  private static int index(Tile tile, TileGrid grid) {
    int column = tile.x().start() / grid.columns().step();
    int row = tile.y().start() / grid.rows().step();
    return row * grid.columns().count() + column;
  }
}

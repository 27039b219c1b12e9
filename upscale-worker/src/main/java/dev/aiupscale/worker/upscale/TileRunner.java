package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.tile.Tile;
import dev.aiupscale.common.tile.TileGrid;
import java.nio.ByteBuffer;

/** Gives the network's result for one tile: computed, or remembered for a tile of one colour. */
final class TileRunner {
  private final TileEngine engine;
  private final TileGrid grid;
  private final FlatTiles flatTiles;
  private final TileWork work;

  TileRunner(TileEngine engine, TileGrid grid, FlatTiles flatTiles, TileWork work) {
    this.engine = engine;
    this.grid = grid;
    this.flatTiles = flatTiles;
    this.work = work;
  }

  /** The upscaled tile with its halo, {@code [H·scale, W·scale, 3]}; valid until the next call. */
  ByteBuffer upscale(Plane plane, Tile tile) {
    work.beforeTile();
    int colour = plane.colour(tile, grid);
    byte[] known = colour == Plane.MIXED ? null : flatTiles.get(colour);
    if (known != null) {
      return ByteBuffer.wrap(known);
    }
    plane.copy(tile, grid, engine.input());
    engine.run();
    work.ran();
    return colour == Plane.MIXED ? engine.output() : remembered(colour);
  }

  private ByteBuffer remembered(int colour) {
    ByteBuffer output = engine.output();
    if (flatTiles.hasRoomFor(output.capacity())) {
      byte[] copy = new byte[output.capacity()];
      output.get(0, copy);
      flatTiles.put(colour, copy);
    }
    return output;
  }
}

package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.tile.Tile;
import dev.aiupscale.common.tile.TileGrid;
import java.nio.ByteBuffer;

/**
 * Gives the network's result for one tile: computed, remembered for a tile of one colour, or kept
 * by an earlier attempt.
 */
final class TileRunner {
  /** A sample that no sound network turns into black all over a tile. */
  private static final int CLEARLY_LIT = 32;

  private final TileEngine engine;
  private final TileGrid grid;
  private final int scale;
  private final FlatTiles flatTiles;
  private final TileWork work;
  private final KeptTiles kept;

  TileRunner(
      TileEngine engine,
      TileGrid grid,
      int scale,
      FlatTiles flatTiles,
      TileWork work,
      KeptTiles kept) {
    this.engine = engine;
    this.grid = grid;
    this.scale = scale;
    this.flatTiles = flatTiles;
    this.work = work;
    this.kept = kept;
  }

  /** The upscaled tile with its halo, {@code [H·scale, W·scale, 3]}; valid until the next call. */
  ByteBuffer upscale(Plane plane, Tile tile) {
    work.beforeTile();
    int colour = plane.colour(tile, grid);
    byte[] known = colour == Plane.MIXED ? null : flatTiles.get(colour);
    if (known != null) {
      return ByteBuffer.wrap(known);
    }
    TileCrop crop =
        colour == Plane.MIXED ? TileCrop.counted(tile, grid, scale) : TileCrop.whole(grid, scale);
    if (kept.restore(crop, engine.output())) {
      work.ran();
    } else {
      plane.copy(tile, grid, engine.input());
      engine.run();
      requireLight(engine.input(), engine.output());
      work.ran();
      kept.add(crop, engine.output());
    }
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

  /** A network that overflows gives black, which must not pass for a result. */
  private static void requireLight(ByteBuffer input, ByteBuffer output) {
    if (brightest(output, 1) == 0 && brightest(input, CLEARLY_LIT) >= CLEARLY_LIT) {
      throw new UpscaleException(
          ErrorCode.MODEL_FAILED, "The model gave a black tile for a picture that is not black.");
    }
  }

  private static int brightest(ByteBuffer samples, int enough) {
    int brightest = 0;
    for (int i = 0; i < samples.capacity() && brightest < enough; i++) {
      brightest = Math.max(brightest, samples.get(i) & 0xff);
    }
    return brightest;
  }
}

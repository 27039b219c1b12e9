package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.tile.Tile;
import dev.aiupscale.common.tile.TileGrid;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Gives the network's result for one tile: computed, with the tiles to its right when the engine
 * takes several at once, or kept, from an equal tile or by an earlier attempt.
 */
final class TileRunner {
  private final TileEngine engine;
  private final TileGrid grid;
  private final int scale;
  private final RepeatedTiles repeated;
  private final TileWork work;
  private final KeptTiles keptTiles;
  private final int inputBytes;
  private final int outputBytes;

  /** The tiles whose results lie in the engine's output, in its order. */
  private final List<TileKey> ready = new ArrayList<>();

  private final List<TileCrop> crops = new ArrayList<>();

  TileRunner(
      TileEngine engine,
      TileGrid grid,
      int scale,
      RepeatedTiles repeated,
      TileWork work,
      KeptTiles keptTiles) {
    this.engine = engine;
    this.grid = grid;
    this.scale = scale;
    this.repeated = repeated;
    this.work = work;
    this.keptTiles = keptTiles;
    this.inputBytes = engine.input().capacity() / engine.batch();
    this.outputBytes = engine.output().capacity() / engine.batch();
  }

  /** The upscaled tile with its halo, {@code [H·scale, W·scale, 3]}; valid until the next call. */
  ByteBuffer upscale(Plane plane, Tile tile) {
    work.requireWanted();
    TileKey key = Objects.requireNonNull(work.keys().key(plane, tile, grid));
    byte[] kept = repeated.get(key);
    ByteBuffer result = kept == null ? computed(plane, tile, key) : ByteBuffer.wrap(kept);
    if (!work.keys().used(key)) {
      repeated.forget(key);
    } else if (kept == null) {
      repeated.keep(key, result);
    }
    return result;
  }

  private ByteBuffer computed(Plane plane, Tile tile, TileKey key) {
    if (!ready.contains(key) && !restore(tile, key)) {
      run(plane, tile);
    }
    return output(ready.indexOf(key));
  }

  private boolean restore(Tile tile, TileKey key) {
    ready.clear();
    if (!keptTiles.restore(key, crop(tile, key), output(0))) {
      return false;
    }
    ready.add(key);
    work.restored();
    return true;
  }

  /** Runs the tile, and those to its right that are not known yet, as far as the batch reaches. */
  private void run(Plane plane, Tile first) {
    ready.clear();
    crops.clear();
    int row = first.y().start() / grid.rows().step();
    int column = first.x().start() / grid.columns().step();
    for (; column < grid.columns().count() && ready.size() < engine.batch(); column++) {
      Tile tile = grid.tile(column, row);
      TileKey key = work.keys().key(plane, tile, grid);
      if (key != null && repeated.get(key) == null && !ready.contains(key)) {
        plane.copy(tile, grid, engine.input().slice(ready.size() * inputBytes, inputBytes));
        ready.add(key);
        crops.add(crop(tile, key));
      }
    }
    try (CancellationWatch watch = new CancellationWatch(work, engine)) {
      runNetwork(watch);
    } catch (RuntimeException e) {
      ready.clear();
      throw e;
    }
    work.ran(ready.size());
    for (int i = 0; i < ready.size(); i++) {
      keptTiles.add(ready.get(i), crops.get(i), output(i));
    }
  }

  private void runNetwork(CancellationWatch watch) {
    try {
      engine.run(ready.size(), share -> work.running(share * ready.size()));
    } catch (CancelledException e) {
      throw watch.reason(e);
    }
  }

  /** All of a tile that comes again, perhaps at the border, where another part of it counts. */
  private TileCrop crop(Tile tile, TileKey key) {
    return work.keys().comesAgain(key)
        ? TileCrop.whole(grid, scale)
        : TileCrop.counted(tile, grid, scale);
  }

  private ByteBuffer output(int index) {
    return engine.output().slice(index * outputBytes, outputBytes);
  }
}

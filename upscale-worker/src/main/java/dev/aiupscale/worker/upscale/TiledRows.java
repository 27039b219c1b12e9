package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.tile.Span;
import dev.aiupscale.common.tile.Tile;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.encode.RowSource;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The upscaled rows of a plane, one row of tiles after the other: while the rows of one are pulled,
 * the next is computed.
 */
final class TiledRows implements RowSource {
  private final Plane plane;
  private final TileGrid grid;
  private final int scale;
  private final TileRunner runner;
  private final InferenceThread inference;
  private final byte[] tileRow;
  private byte[] band = new byte[0];
  private int bandRows;
  private int rowInBand;
  private int nextTileRow;
  private @Nullable Future<byte[]> coming;

  TiledRows(Plane plane, TileGrid grid, int scale, TileRunner runner, InferenceThread inference) {
    this.plane = plane;
    this.grid = grid;
    this.scale = scale;
    this.runner = runner;
    this.inference = inference;
    this.tileRow = new byte[grid.columns().step() * scale * 3];
  }

  @Override
  public int width() {
    return plane.width() * scale;
  }

  @Override
  public int height() {
    return plane.height() * scale;
  }

  @Override
  public int channels() {
    return plane.channels();
  }

  @Override
  public void next(byte[] row) {
    if (rowInBand == bandRows) {
      takeBand();
    }
    System.arraycopy(band, rowInBand * rowBytes(), row, 0, rowBytes());
    rowInBand++;
  }

  private int rowBytes() {
    return Math.multiplyExact(width(), channels());
  }

  private void takeBand() {
    Future<byte[]> due = coming == null ? compute(0, band) : coming;
    byte[] free = band;
    band = InferenceThread.await(due);
    bandRows = grid.tile(0, nextTileRow).y().length() * scale;
    rowInBand = 0;
    nextTileRow++;
    if (nextTileRow < grid.rows().count()) {
      coming = compute(nextTileRow, free);
    }
  }

  private Future<byte[]> compute(int row, byte[] free) {
    return inference.submit(
        () -> {
          int bytes = Math.multiplyExact(rowBytes(), grid.rows().step() * scale);
          byte[] into = free.length == bytes ? free : new byte[bytes];
          fillBand(row, into);
          return into;
        });
  }

  private void fillBand(int row, byte[] into) {
    for (int column = 0; column < grid.columns().count(); column++) {
      Tile tile = grid.tile(column, row);
      int colour = plane.channels() == 1 ? plane.colour(tile, grid) : Plane.MIXED;
      if (colour == Plane.MIXED) {
        place(tile, runner.upscale(plane, tile), into);
      } else {
        fill(tile, (byte) colour, into);
      }
    }
  }

  /** Puts the part of an upscaled tile that counts where it belongs in the band. */
  private void place(Tile tile, ByteBuffer upscaled, byte[] into) {
    Span x = tile.x();
    Span y = tile.y();
    int upscaledRow = grid.columns().tileLength() * scale * 3;
    int pixels = x.length() * scale;
    for (int row = 0; row < y.length() * scale; row++) {
      int from = (y.offset() * scale + row) * upscaledRow + x.offset() * scale * 3;
      int to = row * rowBytes() + x.start() * scale * channels();
      if (channels() == 3) {
        upscaled.get(from, into, to, pixels * 3);
      } else {
        upscaled.get(from, tileRow, 0, pixels * 3);
        GreyRows.mean(tileRow, pixels, into, to);
      }
    }
  }

  /** Alpha that is the same all over a tile stays so; the network is not asked. */
  private void fill(Tile tile, byte value, byte[] into) {
    int from = tile.x().start() * scale;
    for (int row = 0; row < tile.y().length() * scale; row++) {
      int start = row * rowBytes() + from;
      Arrays.fill(into, start, start + tile.x().length() * scale, value);
    }
  }
}

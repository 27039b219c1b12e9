package dev.aiupscale.worker.upscale;

import dev.aiupscale.common.tile.Tile;
import dev.aiupscale.common.tile.TileGrid;
import java.nio.ByteBuffer;

/**
 * The part of an upscaled tile that is kept.
 *
 * @param from index of its first sample
 * @param stride samples from one of its rows to the next
 */
record TileCrop(int from, int stride, int rows, int rowBytes) {
  /** What counts of a tile. */
  static TileCrop counted(Tile tile, TileGrid grid, int scale) {
    int stride = grid.columns().tileLength() * scale * 3;
    return new TileCrop(
        tile.y().offset() * scale * stride + tile.x().offset() * scale * 3,
        stride,
        tile.y().length() * scale,
        tile.x().length() * scale * 3);
  }

  /** All of a tile, since others of its colour will be taken from it. */
  static TileCrop whole(TileGrid grid, int scale) {
    int stride = grid.columns().tileLength() * scale * 3;
    return new TileCrop(0, stride, grid.rows().tileLength() * scale, stride);
  }

  int bytes() {
    return rows * rowBytes;
  }

  void copy(ByteBuffer tile, byte[] packed) {
    for (int row = 0; row < rows; row++) {
      tile.get(from + row * stride, packed, row * rowBytes, rowBytes);
    }
  }

  void put(byte[] packed, ByteBuffer tile) {
    for (int row = 0; row < rows; row++) {
      tile.put(from + row * stride, packed, row * rowBytes, rowBytes);
    }
  }
}

package dev.aiupscale.common.tile;

/** A picture cut into equally large tiles; together they give each of its pixels exactly once. */
public record TileGrid(TileAxis columns, TileAxis rows) {
  /**
   * @param widestTile and {@code tallestTile} limit a tile, halo included, in pixels; a tile that
   *     would give nothing within them gives 1 pixel
   */
  public static TileGrid of(int width, int height, int halo, int widestTile, int tallestTile) {
    return new TileGrid(
        TileAxis.of(width, halo, widestTile), TileAxis.of(height, halo, tallestTile));
  }

  public Tile tile(int column, int row) {
    return new Tile(columns.span(column), rows.span(row));
  }

  public long count() {
    return (long) columns.count() * rows.count();
  }

  /** Pixels that go through the network, halos included. */
  public long pixels() {
    return count() * columns.tileLength() * rows.tileLength();
  }
}

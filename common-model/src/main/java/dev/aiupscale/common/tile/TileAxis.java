package dev.aiupscale.common.tile;

/**
 * Cuts one axis of a picture into tiles of equal length, all of which lie within the picture
 * mirrored by the halo. The last tile is moved inward where the cut does not come out even, and
 * gives only the pixels that the tile before it left over.
 *
 * @param size pixels of the picture on this axis
 * @param halo pixels at each end of a tile that only inform the others
 * @param step pixels that a tile gives
 */
public record TileAxis(int size, int halo, int step) {
  public TileAxis {
    if (halo < 0 || step < 1 || step > size) {
      throw new IllegalArgumentException("halo ≥ 0 and 1 ≤ step ≤ size");
    }
  }

  /**
   * The fewest tiles that are no longer than {@code longestTile}, halo included, and then the
   * shortest that still suffice: a cut into nearly even parts wastes the least work.
   */
  public static TileAxis of(int size, int halo, int longestTile) {
    int longestStep = Math.max(1, longestTile - 2 * halo);
    return new TileAxis(size, halo, ceilDiv(size, ceilDiv(size, longestStep)));
  }

  public int count() {
    return ceilDiv(size, step);
  }

  /** Length of every tile, halo included. */
  public int tileLength() {
    return step + 2 * halo;
  }

  /**
   * @param index 0 to {@code count() - 1}
   */
  public Span span(int index) {
    int start = index * step;
    int end = Math.min(start + step, size);
    return new Span(end - step - halo, start, end);
  }

  private static int ceilDiv(int dividend, int divisor) {
    return (dividend - 1) / divisor + 1;
  }
}

package dev.aiupscale.common.tile;

/**
 * Cuts one axis of a tile into pieces of equal length, none of which reaches beyond the tile. The
 * pieces at the tile's ends give what lies there too; the last one is moved inward where the cut
 * does not come out even.
 *
 * @param size pixels of the tile on this axis
 * @param halo pixels at each end of a piece, but not at the tile's, that only inform the others
 * @param length of every piece, halo included
 */
public record PieceAxis(int size, int halo, int length) {
  public PieceAxis {
    if (halo < 0 || length > size || length < size && length <= 2 * halo) {
      throw new IllegalArgumentException("halo ≥ 0 and 2·halo < length ≤ size");
    }
  }

  /** The fewest pieces that are no longer than {@code longest}, and then the shortest of those. */
  public static PieceAxis of(int size, int halo, int longest) {
    if (size <= Math.max(longest, 2 * halo + 1)) {
      return new PieceAxis(size, halo, size);
    }
    int given = size - 2 * halo;
    int count = ceilDiv(given, Math.max(1, longest - 2 * halo));
    return new PieceAxis(size, halo, ceilDiv(given, count) + 2 * halo);
  }

  public int count() {
    return length == size ? 1 : ceilDiv(size - 2 * halo, length - 2 * halo);
  }

  /**
   * @param index 0 to {@code count() - 1}
   */
  public Span span(int index) {
    int step = length - 2 * halo;
    int readStart = Math.min(index * step, size - length);
    int start = index == 0 ? 0 : index * step + halo;
    int end = index == count() - 1 ? size : (index + 1) * step + halo;
    return new Span(readStart, start, end);
  }

  private static int ceilDiv(int dividend, int divisor) {
    return (dividend - 1) / divisor + 1;
  }
}

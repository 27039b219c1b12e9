package dev.aiupscale.common.tile;

/**
 * A tile's extent on one axis, in input pixels.
 *
 * @param readStart first pixel that the network sees; negative within the mirrored border
 * @param start first pixel whose result the tile gives
 * @param end the pixel after the last one whose result the tile gives
 */
public record Span(int readStart, int start, int end) {
  /** Where the pixels that the tile gives begin within what the network sees. */
  public int offset() {
    return start - readStart;
  }

  public int length() {
    return end - start;
  }
}

package dev.aiupscale.worker.colour;

/**
 * Between the middles of which two cells a pixel of the result lies, on one axis.
 *
 * @param shareOfSecond 0 in the middle of the first cell, 1 in that of the second; beyond the
 *     outermost middles both are the same cell
 */
record CellPosition(int first, int second, float shareOfSecond) {
  /**
   * @param pixel of the result
   * @param length of a cell in pixels of the source
   */
  static CellPosition of(int pixel, int scale, int length, int cells) {
    double at = (pixel + 0.5) / scale / length - 0.5;
    int first = (int) Math.floor(at);
    int last = cells - 1;
    return new CellPosition(
        Math.max(0, Math.min(last, first)),
        Math.max(0, Math.min(last, first + 1)),
        (float) (at - first));
  }
}

package dev.aiupscale.worker.stage;

import dev.aiupscale.common.model.ModelStage;

/**
 * How a row of a value lies in memory: plane after plane, as in the value's tensor.
 *
 * @param planes channels, or 1 when those of a pixel lie together
 * @param width in pixels
 * @param unit bytes of a pixel in a plane
 */
record RowShape(int planes, int width, int unit) {
  private static final int RGB = 3;

  static RowShape rgb(int width) {
    return new RowShape(1, width, RGB);
  }

  static RowShape of(ModelStage stage, int width) {
    return stage.givesResult()
        ? rgb(width * stage.scale())
        : new RowShape(stage.channels(), width, Float.BYTES);
  }

  int bytes() {
    return Math.multiplyExact(planes, Math.multiplyExact(width, unit));
  }

  /** Where a pixel of a plane begins, in bytes. */
  int at(int plane, int x) {
    return (plane * width + x) * unit;
  }
}

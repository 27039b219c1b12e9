package dev.aiupscale.worker.onnx;

import java.nio.ByteBuffer;

/**
 * How a value lies in memory: plane after plane, row after row.
 *
 * @param count of planes: channels, or 1 when those of a pixel lie together
 * @param unit bytes of a pixel in a plane
 */
record Planes(int count, int width, int height, int unit) {
  private static final int RGB = 3;

  /** uint8 {@code [H, W, 3]}. */
  static Planes rgb(int width, int height) {
    return new Planes(1, width, height, RGB);
  }

  /** float {@code [C, H, W]}. */
  static Planes features(int channels, int width, int height) {
    return new Planes(channels, width, height, Float.BYTES);
  }

  int bytes() {
    return Math.toIntExact((long) count * width * height * unit);
  }

  private int at(int plane, int x, int y) {
    return ((plane * height + y) * width + x) * unit;
  }

  /**
   * Copies a window, {@code columns × rows}, of every plane.
   *
   * @param x and {@code y} its corner here
   * @param toX and {@code toY} its corner there
   */
  void copy(
      ByteBuffer from,
      int x,
      int y,
      Planes there,
      ByteBuffer to,
      int toX,
      int toY,
      int columns,
      int rows) {
    for (int plane = 0; plane < count; plane++) {
      for (int row = 0; row < rows; row++) {
        to.put(there.at(plane, toX, toY + row), from, at(plane, x, y + row), columns * unit);
      }
    }
  }
}

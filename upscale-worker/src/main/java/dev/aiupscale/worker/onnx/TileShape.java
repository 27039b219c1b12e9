package dev.aiupscale.worker.onnx;

/** How large a tile is, in input pixels, and how many times larger its result. */
record TileShape(int width, int height, int scale) {
  /** The tensor of {@code tiles} tiles, {@code [N, H, W, 3]}. */
  long[] input(int tiles) {
    return new long[] {tiles, height, width, 3};
  }

  /** The tensor of their results, {@code [N, H·scale, W·scale, 3]}. */
  long[] output(int tiles) {
    return new long[] {tiles, (long) height * scale, (long) width * scale, 3};
  }

  int inputBytes() {
    return Math.multiplyExact(Math.multiplyExact(width, height), 3);
  }

  int outputBytes() {
    return Math.multiplyExact(inputBytes(), scale * scale);
  }
}

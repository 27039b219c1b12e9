package dev.aiupscale.models.onnx;

/**
 * Fills a picture's sides up to multiples, below and on the right, by repeating its border, and
 * cuts what comes out.
 *
 * @param picture float {@code [1, 3, H, W]}
 */
record Fill(OnnxGraph graph, String picture, int multiple) {
  private static final int HEIGHT_AXIS = 2;
  private static final int END_AXIS = 4;

  /** Adds what is missing: (m − side mod m) mod m. */
  String filled() {
    String m = graph.integers("image/multiple", multiple, multiple);
    String over = graph.add("Mod", "image/over", sides(), m).done();
    String under = graph.add("Sub", "image/under", m, over).done();
    String missing = graph.add("Mod", "image/missing", under, m).done();
    String before = graph.integers("image/before", 0, 0, 0, 0, 0, 0);
    String pads = graph.add("Concat", "image/pads", before, missing).with("axis", 0L).done();
    return graph.add("Pad", "image/filled", picture, pads).with("mode", "edge").done();
  }

  /** The result without what came of the filling. */
  String cut(String result, int scale) {
    String factor = graph.integers("upscaled/scale", scale, scale);
    String ends = graph.add("Mul", "upscaled/ends", "image/sides", factor).done();
    String starts = graph.integers("upscaled/starts", 0, 0);
    String axes = graph.integers("upscaled/axes", HEIGHT_AXIS, HEIGHT_AXIS + 1);
    return graph.add("Slice", "upscaled/cut", result, starts, ends, axes).done();
  }

  private String sides() {
    String shape = graph.add("Shape", "image/shape", picture).done();
    String from = graph.integers("image/from", HEIGHT_AXIS);
    String to = graph.integers("image/to", END_AXIS);
    return graph.add("Slice", "image/sides", shape, from, to).done();
  }
}

package dev.aiupscale.models.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/**
 * What stands around a network in a file: from the picture's bytes to float {@code [1, 3, H, W]},
 * and back.
 *
 * @param levels how many levels of 255 the network's 1 is
 */
record PictureFrame(OnnxGraph graph, int levels) {
  static final String INPUT = "image";
  static final String OUTPUT = "upscaled";
  private static final float HALF = 0.5f;

  /** Returns the name of the value that the network takes. */
  String unpack() {
    String planes = graph.add("Transpose", "image/planes", INPUT).with("perm", 0, 3, 1, 2).done();
    String samples =
        graph.add("Cast", "image/levels", planes).with("to", DataType.FLOAT.getNumber()).done();
    if (levels == 1) {
      return samples;
    }
    String factor = graph.constant("image/factor", 1f / levels);
    return graph.add("Mul", "image/scaled", samples, factor).done();
  }

  /**
   * @param value the network's result
   */
  void pack(String value) {
    String samples = value;
    if (levels != 1) {
      String factor = graph.constant("upscaled/factor", levels);
      samples = graph.add("Mul", "upscaled/levels", samples, factor).done();
    }
    String half = graph.constant("upscaled/half", HALF);
    String raised = graph.add("Add", "upscaled/raised", samples, half).done();
    String black = graph.constant("upscaled/black", 0);
    String white = graph.constant("upscaled/white", 255);
    String clipped = graph.add("Clip", "upscaled/clipped", raised, black, white).done();
    // The cast cuts the fraction off, so that what was raised by a half is rounded half up.
    String bytes =
        graph.add("Cast", "upscaled/bytes", clipped).with("to", DataType.UINT8.getNumber()).done();
    graph.add("Transpose", OUTPUT, bytes).with("perm", 0, 2, 3, 1).done();
  }
}

package dev.aiupscale.worker.onnx;

/** The floats that a network computes with. */
enum Precision {
  SINGLE,
  HALF
}

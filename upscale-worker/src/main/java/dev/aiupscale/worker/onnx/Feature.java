package dev.aiupscale.worker.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A value of a tile within a network, and where it lies. */
record Feature(Planes shape, ByteBuffer buffer) {
  static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }
}

package dev.aiupscale.models.ncnn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads a {@code .bin} file from front to back: little-endian, in the order of the layers. */
final class BinWeights {
  private static final int HALF_PRECISION = 0x01306B47;
  private static final int SINGLE_PRECISION = 0;

  private final ByteBuffer bytes;

  BinWeights(byte[] bin) {
    bytes = ByteBuffer.wrap(bin).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Numbers behind a tag that says how they are kept. */
  float[] tagged(int count) {
    requireBytes(Integer.BYTES);
    int tag = bytes.getInt();
    return switch (tag) {
      case HALF_PRECISION -> halves(count);
      case SINGLE_PRECISION -> plain(count);
      default ->
          throw new IllegalArgumentException(
              "weights with the tag 0x%08X are not supported".formatted(tag));
    };
  }

  /** Plain float32 numbers. */
  float[] plain(int count) {
    requireBytes((long) count * Float.BYTES);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = bytes.getFloat();
    }
    return values;
  }

  int remaining() {
    return bytes.remaining();
  }

  private float[] halves(int count) {
    int padded = (count + 1) / 2 * 2;
    requireBytes((long) padded * Short.BYTES);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = HalfFloat.toFloat(bytes.getShort());
    }
    bytes.position(bytes.position() + (padded - count) * Short.BYTES);
    return values;
  }

  private void requireBytes(long count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new IllegalArgumentException("the weights end too early");
    }
  }
}

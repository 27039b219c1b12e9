package dev.aiupscale.worker.onnx;

/** IEEE 754 binary16. */
final class HalfFloat {
  /** The largest finite number. */
  static final float MAX = 65_504;

  private static final int MANTISSA_BITS_LOST = 13;

  private HalfFloat() {}

  /** The bits of the nearest half, ties to even; numbers beyond {@link #MAX} become infinite. */
  static short bits(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    float size = Math.abs(value);
    if (Float.isNaN(value)) {
      return (short) (sign | 0x7E00);
    }
    if (size >= MAX + 16) {
      return (short) (sign | 0x7C00);
    }
    if (size < 0x1p-14f) {
      // Below the smallest normal half, halves are multiples of 2⁻²⁴.
      return (short) (sign | (int) Math.rint(size * 0x1p24));
    }
    int half = (bits & 0x7FFFFFFF) - (112 << 23);
    int odd = half >>> MANTISSA_BITS_LOST & 1;
    int rounded = half + (1 << (MANTISSA_BITS_LOST - 1)) - 1 + odd;
    return (short) (sign | rounded >>> MANTISSA_BITS_LOST);
  }
}

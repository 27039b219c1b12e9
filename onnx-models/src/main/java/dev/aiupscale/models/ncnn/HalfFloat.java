package dev.aiupscale.models.ncnn;

/** IEEE 754 binary16, which Java 17 cannot read by itself. */
final class HalfFloat {
  private static final int EXPONENT_BIAS = 15;
  private static final int FRACTION_BITS = 10;
  private static final int ALL_ONES = 0x1f;

  private HalfFloat() {}

  static float toFloat(short half) {
    int exponent = half >> FRACTION_BITS & ALL_ONES;
    int fraction = half & (1 << FRACTION_BITS) - 1;
    float magnitude;
    if (exponent == ALL_ONES) {
      magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((float) fraction, 1 - EXPONENT_BIAS - FRACTION_BITS);
    } else {
      int significand = 1 << FRACTION_BITS | fraction;
      magnitude = Math.scalb((float) significand, exponent - EXPONENT_BIAS - FRACTION_BITS);
    }
    return half < 0 ? -magnitude : magnitude;
  }
}

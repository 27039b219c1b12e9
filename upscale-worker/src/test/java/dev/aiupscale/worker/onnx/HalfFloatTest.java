package dev.aiupscale.worker.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {
  @Test
  void everyHalfStaysAsItIs() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      boolean notANumber = (bits & 0x7C00) == 0x7C00 && (bits & 0x3FF) != 0;
      if (!notANumber) {
        assertThat(HalfFloat.bits(value(bits))).isEqualTo((short) bits);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.00048828125, 0x3C00", "1.00146484375, 0x3C02", "1.0005, 0x3C01", "65519, 0x7BFF",
    "65520, 0x7C00", "-1e9, 0xFC00", "2.9802322e-8, 0x0000", "NaN, 0x7E00"
  })
  void numbersBetweenGoToTheNearestAndTiesToTheEven(float value, String bits) {
    assertThat(HalfFloat.bits(value)).isEqualTo((short) (int) Integer.decode(bits));
  }

  /** By the definition of the format. */
  private static float value(int bits) {
    int exponent = bits >> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    double size =
        exponent == 0
            ? fraction * 0x1p-24
            : exponent == 31
                ? Double.POSITIVE_INFINITY
                : (1024 + fraction) * Math.pow(2, exponent - 25);
    return (float) (bits >= 1 << 15 ? -size : size);
  }
}

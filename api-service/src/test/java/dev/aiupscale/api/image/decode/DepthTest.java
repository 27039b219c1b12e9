package dev.aiupscale.api.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepthTest {
  @Test
  void everySixteenBitSampleIsRoundedToTheNearest() {
    for (int sample = 0; sample <= 0xffff; sample++) {
      assertThat(Depth.from16(sample) & 0xff).isEqualTo((int) Math.round(sample / 257.0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 10, 12, 16})
  void everyDepthHasBlackWhiteAndTheNearestBetween(int bits) {
    int most = (1 << bits) - 1;
    for (int sample = 0; sample <= most; sample++) {
      double exact = sample * 255.0 / most;
      assertThat(Math.abs((Depth.from(sample, bits) & 0xff) - exact)).isLessThanOrEqualTo(0.5);
    }
  }
}

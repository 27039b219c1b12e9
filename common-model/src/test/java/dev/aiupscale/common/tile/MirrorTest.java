package dev.aiupscale.common.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MirrorTest {
  @Test
  void theEndPixelsAreNotRepeated() {
    assertThat(around(3, 4)).containsExactly(0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2);
  }

  @Test
  void aLineOfOnePixelRepeatsIt() {
    assertThat(around(1, 3)).containsOnly(0);
  }

  @Test
  void aLineOfTwoPixelsAlternates() {
    assertThat(around(2, 2)).containsExactly(0, 1, 0, 1, 0, 1);
  }

  private static int[] around(int size, int halo) {
    Mirror mirror = new Mirror(size);
    return IntStream.range(-halo, size + halo).map(mirror::at).toArray();
  }
}

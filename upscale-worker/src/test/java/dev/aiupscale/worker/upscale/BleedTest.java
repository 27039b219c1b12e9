package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BleedTest {
  @Test
  void everyHiddenPixelTakesTheColourOfAVisibleOneAndVisibleOnesStay() {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      int width = 1 + random.nextInt(200);
      int height = 1 + random.nextInt(200);
      byte[] rgb = new byte[width * height * 3];
      byte[] alpha = new byte[width * height];
      alpha[random.nextInt(alpha.length)] = 1;
      alpha[random.nextInt(alpha.length)] = (byte) 255;
      for (int i = 0; i < alpha.length; i++) {
        rgb[3 * i] = (byte) (alpha[i] == 0 ? random.nextInt(100) : 200);
      }

      Bleed.into(width, height, rgb, alpha);

      for (int i = 0; i < alpha.length; i++) {
        assertThat(rgb[3 * i]).as("pixel %d with -Dseed=%d", i, seed).isEqualTo((byte) 200);
      }
    }
  }

  @Test
  void theNearestVisibleColourWins() {
    byte[] rgb = {10, 0, 0, 99, 0, 0, 99, 0, 0, 99, 0, 0, 99, 0, 0, 20, 0, 0};

    Bleed.into(6, 1, rgb, new byte[] {1, 0, 0, 0, 0, 1});

    assertThat(new byte[] {rgb[3], rgb[6], rgb[9], rgb[12]}).containsExactly(10, 10, 20, 20);
  }
}

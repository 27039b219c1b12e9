package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.decode.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BleedTest {
  @TempDir Path directory;

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

      bleed(width, height, rgb, alpha);

      for (int i = 0; i < alpha.length; i++) {
        assertThat(rgb[3 * i]).as("pixel %d with -Dseed=%d", i, seed).isEqualTo((byte) 200);
      }
    }
  }

  @Test
  void theNearestVisibleColourWins() {
    byte[] rgb = {10, 0, 0, 99, 0, 0, 99, 0, 0, 99, 0, 0, 99, 0, 0, 20, 0, 0};

    bleed(6, 1, rgb, new byte[] {1, 0, 0, 0, 0, 1});

    assertThat(new byte[] {rgb[3], rgb[6], rgb[9], rgb[12]}).containsExactly(10, 10, 20, 20);
  }

  /** Through a picture's files, as a job does. */
  private void bleed(int width, int height, byte[] rgb, byte[] alpha) {
    BufferedImage image =
        Pictures.of(
            width,
            height,
            (x, y) -> {
              int i = y * width + x;
              return (alpha[i] << 24)
                  | ((rgb[3 * i] & 0xff) << 16)
                  | ((rgb[3 * i + 1] & 0xff) << 8)
                  | (rgb[3 * i + 2] & 0xff);
            });
    Path file = Pictures.writePng(image, directory.resolve("picture.png"));
    try (Picture picture = PictureReader.read(file, true)) {
      Bleed.into(width, height, picture.rgb(), Objects.requireNonNull(picture.alpha()));
      picture.rgb().read(0, height, rgb);
    }
  }
}

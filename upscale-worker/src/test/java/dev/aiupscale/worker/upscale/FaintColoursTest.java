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

class FaintColoursTest {
  @TempDir Path directory;

  @Test
  void whatTheEyeSeesChangesByLessThanSevenPercentWhateverThePictureIs() {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      int width = 1 + random.nextInt(40);
      int height = 1 + random.nextInt(40);
      BufferedImage image = Pictures.of(width, height, (x, y) -> random.nextInt());
      byte[] before = Pictures.rgb(image);

      byte[] after = corrected(image);

      for (int i = 0; i < after.length; i++) {
        int pixel = i / 3;
        int alpha = image.getRGB(pixel % width, pixel / width) >>> 24;
        int change = Math.abs((after[i] & 0xff) - (before[i] & 0xff));
        assertThat(change * alpha / 255.0).as("-Dseed=%d", seed).isLessThan(.07 * 255);
        if (alpha == 0 || alpha >= 64) {
          assertThat(change).as("-Dseed=%d", seed).isZero();
        }
      }
    }
  }

  @Test
  void aFaintPixelBesideAVisibleOneTakesItsColour() {
    byte[] rgb = corrected(Pictures.of(8, 8, (x, y) -> x < 4 ? 0xffff8020 : 0x05000000));

    assertThat(rgb[3 * 4] & 0xff).as("red").isGreaterThan(210);
    assertThat(rgb[3 * 4 + 1] & 0xff).as("green").isBetween(100, 128);
  }

  @Test
  void aFaintPictureOfOneColourStaysAsItIs() {
    byte[] rgb = corrected(Pictures.of(9, 5, (x, y) -> 10 + x << 24 | 0x406080));

    for (int i = 0; i < rgb.length; i += 3) {
      assertThat(new int[] {rgb[i], rgb[i + 1], rgb[i + 2] & 0xff})
          .containsExactly(0x40, 0x60, 0x80);
    }
  }

  private byte[] corrected(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    Path file = Pictures.writePng(image, directory.resolve("picture.png"));
    try (Picture picture = PictureReader.read(file, true)) {
      FaintColours.into(width, height, picture.rgb(), Objects.requireNonNull(picture.alpha()));
      byte[] rgb = new byte[width * height * 3];
      picture.rgb().read(0, height, rgb);
      return rgb;
    }
  }
}

package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.decode.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixedEdgesTest {
  private static final int SIDE = 64;
  private static final int ORANGE = 0xff8020;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void theGroundThatEdgesWereMixedWithIsTakenOut(Ground ground) {
    BufferedImage clean = Pictures.of(SIDE, SIDE, disc(3));
    Unmixed made = unmixed(mixed(clean, ground));

    assertThat(made.ground).isEqualTo(ground);
    for (int i = 0; i < made.rgb.length; i++) {
      int alpha = clean.getRGB(i / 3 % SIDE, i / 3 / SIDE) >>> 24;
      if (alpha > 0) {
        int wanted = ORANGE >> 16 - i % 3 * 8 & 0xff;
        assertThat(Math.abs((made.rgb[i] & 0xff) - wanted))
            .as("opacity %d", alpha)
            .isLessThanOrEqualTo(255 / 2 / alpha + 1);
      }
    }
  }

  @Test
  void theGroundIsFoundWhereEdgesAreWideAndColoursMeet() {
    IntBinaryOperator quarters =
        (x, y) -> disc(6).applyAsInt(x, y) & 0xff000000 | (x < 32 == y < 32 ? 0xc83c32 : 0x3caa46);

    assertThat(unmixed(mixed(Pictures.of(SIDE, SIDE, quarters), Ground.BLACK)).ground)
        .isEqualTo(Ground.BLACK);
  }

  @Test
  void cleanEdgesStayAsTheyAre() {
    assertUnchanged(disc(3));
  }

  @Test
  void aShadowIsNoMixture() {
    assertUnchanged(
        (x, y) -> {
          int disc = disc(1).applyAsInt(x, y);
          int shadow = disc(9).applyAsInt(x, y) >>> 25;
          return disc >>> 24 > shadow ? disc : shadow << 24 | 0x101010;
        });
  }

  @Test
  void aDarkOutlineIsNoMixture() {
    assertUnchanged(
        (x, y) -> {
          int disc = disc(1).applyAsInt(x, y);
          return distance(x, y) > 20 ? disc & 0xff000000 | 0x402010 : disc;
        });
  }

  @Test
  void aLightGlowIsNoMixture() {
    assertUnchanged(
        (x, y) -> {
          int disc = disc(1).applyAsInt(x, y);
          int glow = disc(8).applyAsInt(x, y) >>> 24;
          return disc >>> 24 == 255 ? disc : glow << 24 | 0xfff8f0;
        });
  }

  @Test
  void aPictureWithoutAnOpaquePixelStaysAsItIs() {
    assertUnchanged((x, y) -> disc(3).applyAsInt(x, y) & 0xffffff | 100 << 24);
  }

  /** Orange, and soft over {@code edge} pixels. */
  private static IntBinaryOperator disc(double edge) {
    return (x, y) -> {
      double inside = (22 - distance(x, y)) / edge + .5;
      return (int) Math.round(255 * Math.max(0, Math.min(1, inside))) << 24 | ORANGE;
    };
  }

  private static double distance(int x, int y) {
    return Math.hypot(x - SIDE / 2.0 + .5, y - SIDE / 2.0 + .5);
  }

  private static BufferedImage mixed(BufferedImage clean, Ground ground) {
    return Pictures.of(
        SIDE,
        SIDE,
        (x, y) -> {
          int argb = clean.getRGB(x, y);
          int alpha = argb >>> 24;
          int mixed = alpha << 24;
          for (int shift = 0; shift <= 16; shift += 8) {
            mixed |= Math.round(ground.mixed(argb >> shift & 0xff, alpha)) << shift;
          }
          return mixed;
        });
  }

  private void assertUnchanged(IntBinaryOperator argb) {
    BufferedImage image = Pictures.of(SIDE, SIDE, argb);
    Unmixed made = unmixed(image);

    assertThat(made.ground).isNull();
    assertThat(made.rgb).isEqualTo(Pictures.rgb(image));
  }

  private record Unmixed(@Nullable Ground ground, byte[] rgb) {}

  private Unmixed unmixed(BufferedImage image) {
    Path file = Pictures.writePng(image, directory.resolve("picture.png"));
    try (Picture picture = PictureReader.read(file, true)) {
      Ground ground =
          MixedEdges.unmix(SIDE, SIDE, picture.rgb(), Objects.requireNonNull(picture.alpha()));
      byte[] rgb = new byte[SIDE * SIDE * 3];
      picture.rgb().read(0, SIDE, rgb);
      return new Unmixed(ground, rgb);
    }
  }
}

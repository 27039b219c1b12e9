package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the real networks are off behind the guard, in its worst case: small pure colours. */
class GuardedChartIT {
  /** As large as the guard's cells, so that each sees nine colours. */
  private static final int PATCH = 16;

  private static final int STEP = 51;
  private static final int ACROSS = 36;
  private static final int DOWN = 6;
  private static final BufferedImage CHART =
      Pictures.of(ACROSS * PATCH, DOWN * PATCH, (x, y) -> colour(x / PATCH, y / PATCH));

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "esrgan-slim, 2, 4.5",
    "esrgan-slim, 4, 4.5",
    "esrgan-medium, 4, 6",
    "real-esrgan-general, 4, 4"
  })
  void noSmallPatchOfOneColourIsFartherOffThanTheDocumentsSay(String id, int scale, double levels)
      throws IOException {
    try (Upscaling upscaling = new Upscaling(Models.DIRECTORY, directory)) {
      upscaling.run(
          new UpscaleRequest(
              upscaling.png(CHART),
              true,
              Models.require(id, scale),
              scale,
              ResultFormat.PNG,
              0,
              false,
              true,
              BasicMetadata.NONE,
              null));
      BufferedImage made = Pictures.read(upscaling.target);

      assertThat(farthestPatch(made, scale)).isBetween(1.0, levels);
    }
  }

  private static int colour(int column, int row) {
    return 0xff000000 | column % DOWN * STEP << 16 | column / DOWN * STEP << 8 | row * STEP;
  }

  private static double farthestPatch(BufferedImage made, int scale) {
    double farthest = 0;
    for (int row = 0; row < DOWN; row++) {
      for (int column = 0; column < ACROSS; column++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          double drift =
              mean(made, column, row, scale, shift) - (colour(column, row) >> shift & 255);
          farthest = Math.max(farthest, Math.abs(drift));
        }
      }
    }
    return farthest;
  }

  /** Of the middle half of a patch, which no neighbour's colour reaches. */
  private static double mean(BufferedImage made, int column, int row, int scale, int shift) {
    int side = PATCH * scale / 2;
    double sum = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        sum +=
            made.getRGB(column * PATCH * scale + side / 2 + x, row * PATCH * scale + side / 2 + y)
                    >> shift
                & 255;
      }
    }
    return sum / (side * side);
  }
}

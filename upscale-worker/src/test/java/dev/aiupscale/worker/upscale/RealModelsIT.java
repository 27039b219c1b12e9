package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelDescriptor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealModelsIT {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "esrgan-slim, 2, 301, 203",
    "esrgan-slim, 2, 1, 1",
    "esrgan-slim, 2, 7, 400",
    "esrgan-slim, 3, 157, 90",
    "esrgan-slim, 4, 131, 117",
    "esrgan-slim, 8, 61, 83",
    "esrgan-medium, 2, 129, 93",
    "esrgan-medium, 4, 5, 297",
    "real-esrgan-general, 4, 83, 29",
    "real-esrgan-general, 4, 149, 101"
  })
  void joinedTilesEqualOneInferenceOfTheWholeMirroredPictureBitForBit(
      String id, int scale, int width, int height) throws IOException {
    ModelDescriptor model = withSmallTiles(Models.require(id, scale));
    BufferedImage picture = Pictures.natural(width, height, 5);

    try (Upscaling upscaling = new Upscaling(Models.DIRECTORY, directory)) {
      UpscaledImage made =
          upscaling.run(upscaling.request(upscaling.png(picture), model, scale, ResultFormat.PNG));

      assertThat(made.tiles()).isGreaterThan(width * height > 1 ? 1 : 0);
      assertThat(Pictures.rgb(Pictures.read(upscaling.target)))
          .isEqualTo(
              WholeInference.of(upscaling.engines, model, Pictures.rgb(picture), width, height));
    }
  }

  /** Tiles that give 53 pixels an axis, so that a small picture has several, cut unevenly. */
  private static ModelDescriptor withSmallTiles(ModelDescriptor model) {
    return Models.withTile(model, 2 * model.halo() + 53);
  }
}

package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.tile.TileGrid;
import dev.aiupscale.worker.decode.Picture;
import dev.aiupscale.worker.decode.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilePlanTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"1920, 1080", "1080, 1920", "1005, 670", "4000, 300", "333, 2222"})
  void aFifthOfTheWorkIsHaloAtTheMost(int width, int height) {
    TileGrid grid = plan(width, height, 10, 384, UpscalerConfig.defaults());

    long work = grid.count() * grid.columns().tileLength() * grid.rows().tileLength();
    assertThat(1 - (double) width * height / work).isBetween(0.0, 0.2);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 5000", "5000, 1", "37, 41", "384, 384", "385, 20", "9000, 7000"})
  void noTileHasMorePixelsThanTheModelPrefersAndNoBandMoreThanMemory(int width, int height) {
    UpscalerConfig config = UpscalerConfig.defaults();
    TileGrid grid = plan(width, height, 34, 512, config);

    assertThat(grid.columns().tileLength() * grid.rows().tileLength())
        .isLessThanOrEqualTo(512 * 512);
    assertThat(2L * grid.rows().step() * width * 4 * 3).isLessThanOrEqualTo(config.bandBytes());
  }

  @Test
  void aHaloLargerThanTheTileStillGivesTiles() {
    TileGrid grid = plan(100, 100, 60, 121, UpscalerConfig.defaults());

    assertThat(grid.count()).isPositive();
  }

  private TileGrid plan(int width, int height, int halo, int tile, UpscalerConfig config) {
    ModelDescriptor model =
        new ModelDescriptor(
            "m", 2, "", "", "", "", "", "", 1, halo, 0, halo, tile, 1, List.of(), null);
    Path file =
        Pictures.writePng(
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), directory.resolve("p.png"));
    UpscaleRequest request =
        new UpscaleRequest(
            file, true, model, 2, ResultFormat.PNG, 0, false, false, BasicMetadata.NONE, null);
    try (Picture small = PictureReader.read(file, true)) {
      Picture picture = new Picture(width, height, small.rgb(), null);
      return TilePlan.of(picture, request, config);
    }
  }
}

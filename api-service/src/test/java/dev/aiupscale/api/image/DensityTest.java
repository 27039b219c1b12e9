package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.Density;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many pixels an inch an upload says it has; the files were written by ImageMagick. */
class DensityTest {
  private static final Path VARIANTS = Path.of("src/test/resources/variants");
  private final ImageNormaliser normaliser = new ImageNormaliser(ImageLimits.DEFAULT);

  @TempDir Path workDir;

  @ParameterizedTest
  @CsvSource({
    "density.png, 300, 150",
    "density.jpg, 300, 150",
    "density-cm.jpg, 254, 127",
    "density-exif.jpg, 300, 150",
    "density.tif, 300, 150",
    "density-cm.tif, 304.8, 152.4",
    "density.bmp, 300, 150"
  })
  void theDensityIsReadFromEveryFormatThatHasOne(String file, double x, double y)
      throws IOException {
    assertThat(density(Files.readAllBytes(VARIANTS.resolve(file)))).isEqualTo(new Density(x, y));
  }

  @Test
  void aDensityTurnsWithItsPicture() throws IOException {
    assertThat(density(Files.readAllBytes(VARIANTS.resolve("density-turned.tif"))))
        .isEqualTo(new Density(150, 300));
  }

  @Test
  void aPictureThatSaysNothingHasNone() throws IOException {
    byte[] jpeg = TestPictures.encoded(TestPictures.photo(20, 10, 1), "jpeg");

    assertThat(density(jpeg)).isNull();
  }

  private @Nullable Density density(byte[] upload) throws IOException {
    Path file = Files.write(workDir.resolve("upload"), upload);
    return normaliser.normalise(file, workDir).metadata().density();
  }
}

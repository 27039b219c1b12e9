package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an upload says of its maker; the files were written by Pillow. */
class TextsTest {
  private static final Path VARIANTS = Path.of("src/test/resources/variants");

  @TempDir Path workDir;

  @ParameterizedTest
  @CsvSource({
    "texts.png, © Ada, Grace",
    "texts-international.png, © Ada 日本, ",
    "texts.tif, (c) Ada, Grace",
    "texts.webp, (c) Ada, Grace",
    "texts.jpg, (c) Ada, Grace"
  })
  void copyrightAndArtistAreReadFromEveryFormatThatHasThem(
      String file, String copyright, String artist) {
    BasicMetadata read =
        new ImageNormaliser(ImageLimits.DEFAULT)
            .normalise(VARIANTS.resolve(file), workDir)
            .metadata();

    assertThat(read.copyright()).isEqualTo(copyright);
    assertThat(read.artist()).isEqualTo(artist);
  }
}

package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an upload says of its maker and its day; Pillow and ExifTool wrote the files. */
class TextsTest {
  private static final Path VARIANTS = Path.of("src/test/resources/variants");

  @TempDir Path workDir;

  @ParameterizedTest
  @CsvSource({
    "texts.png, © Ada, Grace",
    "texts-international.png, © Ada 日本, Grace",
    "texts.tif, (c) Ada, Grace",
    "texts.webp, (c) Ada, Grace",
    "texts.jpg, (c) Ada, Grace",
    "texts-xmp.jpg, ©_Ada_日本, Grace; Joan",
    "texts-xmp.png, ©_Ada_日本, Grace; Joan",
    "texts-xmp-compressed.png, ©_Ada_日本, Grace; Joan",
    "texts-xmp.webp, ©_Ada_日本, Grace; Joan",
    "texts-xmp.tif, ©_Ada_日本, Grace; Joan",
    "texts-xmp.gif, ©_Ada_日本, Grace; Joan",
    "texts-iptc.jpg, (c) Ada, Grace; Joan",
    "texts-iptc.tif, (c) Ada, Grace; Joan",
    "texts-latin.jpg, © Zoë, José",
    "texts-zipped.png, © Ada, Žofie"
  })
  void copyrightAndArtistAreReadFromEveryFormatThatHasThem(
      String file, String copyright, String artist) {
    BasicMetadata read = metadata(file);

    assertThat(read.copyright()).isEqualTo(copyright);
    assertThat(read.artist()).isEqualTo(artist);
  }

  @ParameterizedTest
  @CsvSource({
    "texts-offset.jpg, 2024:05:06 07:08:09, +05:30",
    "texts-xmp.jpg, 2024:05:06 07:08:09, +02:00",
    "texts-xmp.png, 2024:05:06 07:08:09, +02:00",
    "texts-xmp.webp, 2024:05:06 07:08:09, +02:00",
    "texts-xmp.tif, 2024:05:06 07:08:09, +02:00",
    "texts-xmp.gif, 2024:05:06 07:08:09, +02:00",
    "texts-iptc.jpg, 2024:05:06 07:08:09, -05:00",
    "texts-iptc.tif, 2024:05:06 07:08:09, -05:00",
    "texts-day.jpg, '2024:05:06   :  :  ', ",
    "texts-clock.jpg, 2024:05:06 07:08:00, ",
    "texts.jpg, , "
  })
  void theDayIsReadWithItsZoneWhereThatIsKnown(String file, String date, String offset) {
    BasicMetadata read = metadata(file);

    assertThat(read.capturedAt()).isEqualTo(date);
    assertThat(read.captureOffset()).isEqualTo(offset);
  }

  private BasicMetadata metadata(String file) {
    return new ImageNormaliser(ImageLimits.DEFAULT)
        .normalise(VARIANTS.resolve(file), workDir)
        .metadata();
  }
}

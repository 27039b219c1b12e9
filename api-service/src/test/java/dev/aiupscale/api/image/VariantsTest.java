package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same picture in the many ways in which formats can store it. */
class VariantsTest {
  private static final Path VARIANTS = Path.of("src/test/resources/variants");

  /** Where the second directory of the TIFF of two pages begins. */
  private static final int SECOND_PAGE = 1916;

  private final ImageNormaliser normaliser = new ImageNormaliser(ImageLimits.DEFAULT);

  @TempDir Path workDir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bmp-32-bitfields.bmp",
        "bmp-32.bmp",
        "bmp-4.bmp",
        "bmp-os2.bmp",
        "bmp-rle4.bmp",
        "bmp-top-down.bmp",
        "gif-animated.gif",
        "gif-interlaced.gif",
        "png-palette-4.png",
        "png-palette-interlaced.png",
        "tiff-16-lsb-predictor.tif",
        "tiff-16-msb.tif",
        "tiff-deflate-predictor.tif",
        "tiff-deflate.tif",
        "tiff-lzw-low-bit-first.tif",
        "tiff-lzw-predictor.tif",
        "tiff-lzw.tif",
        "tiff-packbits.tif",
        "tiff-palette.tif",
        "tiff-palette-8-bit.tif",
        "tiff-palette-low-byte-empty.tif",
        "tiff-planar-lzw.tif",
        "tiff-planar.tif",
        "tiff-tiled.tif",
        "tiff-two-pages.tif",
        "webp-lossless.webp"
      })
  void aLosslessFileGivesExactlyTheReference(String file) throws IOException {
    assertThat(farthest(file, "reference.png")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "bmp-565.bmp, reference.png, 2",
    "tiff-cmyk.tif, reference.png, 1",
    "tiff-grey-inverted.tif, gray.png, 0",
    "tiff-bilevel-inverted.tif, bilevel.png, 0",
    "tiff-fax4.tif, bilevel.png, 0",
    "tiff-fax4-low-bit-first.tif, bilevel.png, 0",
    "tiff-jpeg-cmyk.tif, smooth.png, 3",
    "tiff-jpeg-planar.tif, smooth.png, 2",
    "tiff-jpeg-rgba.tif, smooth.png, 2",
    "tiff-jpeg-strips.tif, smooth.png, 5",
    "tiff-jpeg-tiles.tif, smooth.png, 2",
    "tiff-jpeg-ycbcr.tif, smooth.png, 2",
    "tiff-old-jpeg.tif, smooth.png, 5",
    "jpeg-progressive.jpg, smooth.png, 8",
    "jpeg-rgb.jpg, smooth.png, 8",
    "jpeg-sampling-1x1.jpg, smooth.png, 8",
    "jpeg-sampling-1x2.jpg, smooth.png, 8",
    "jpeg-sampling-2x1.jpg, smooth.png, 8",
    "jpeg-sampling-2x2.jpg, smooth.png, 8",
    "jpeg-sampling-4x1.jpg, smooth.png, 8",
    "webp-lossy.webp, smooth.png, 12"
  })
  void aFileWithLessThanTheReferenceComesAsNearAsItCan(String file, String reference, int levels)
      throws IOException {
    assertThat(farthest(file, reference)).isLessThanOrEqualTo(levels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bmp-alpha.bmp",
        "gif-transparent.gif",
        "tiff-alpha.tif",
        "webp-lossless-alpha.webp"
      })
  void transparencyIsReadFromEveryFormatThatHasIt(String file) throws IOException {
    BufferedImage wanted = ImageIO.read(VARIANTS.resolve("transparent.png").toFile());
    BufferedImage got = picture(normaliser.normalise(VARIANTS.resolve(file), workDir));

    for (int y = 0; y < wanted.getHeight(); y++) {
      for (int x = 0; x < wanted.getWidth(); x++) {
        int argb = wanted.getRGB(x, y);
        int opacity = argb >>> 24;
        assertThat(got.getRGB(x, y) >>> 24).isEqualTo(opacity);
        if (opacity > 0) {
          assertThat(got.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(argb);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gif-animated.gif, first of 2 frames",
    "gif-animated-cut.gif, first of several frames",
    "tiff-two-pages.tif, first of 2 pages",
    "tiff-16-msb.tif, 16 bit reduced to 8",
    "tiff-described.tif, metadata stripped",
    "webp-private-chunk.webp, metadata stripped",
    "png-provenance.png, metadata stripped",
    "png-film-behind.png, metadata stripped",
    "png-hdr-codes.png, a description of the colours was not understood and ignored",
    "bmp-linked-profile.bmp, a description of the colours was not understood and ignored",
    "bmp-profile.bmp, profile linear converted to sRGB",
    "gif-profile.gif, profile linear converted to sRGB",
    "tiff-cmyk.tif, CMYK converted to sRGB",
    "png-linear-midtone.png, gamma and primaries converted to sRGB",
    "webp-lossless-alpha.webp, alpha flattened over white in the stored original",
    "png-grey-srgb-profile.png, 'profile sRGB built-in ignored, since it is for RGB and the picture is grey'"
  })
  void theNotesTellWhatWasDone(String file, String note) {
    assertThat(normaliser.normalise(VARIANTS.resolve(file), workDir).notes()).contains(note);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "png-linear-midtone.png",
        "bmp-calibrated.bmp",
        "bmp-profile.bmp",
        "gif-profile.gif"
      })
  void midtonesOfALinearPictureAreMadeLighter(String file) throws IOException {
    NormalisedImage made = normaliser.normalise(VARIANTS.resolve(file), workDir);

    // IEC 61966-2-1 of 128, 64 and 191 of 255 parts of light.
    int[] got = Samples.at(picture(made), 3, 3);
    assertThat(got[0]).isCloseTo(0xbc, within(1));
    assertThat(got[1]).isCloseTo(0x89, within(1));
    assertThat(got[2]).isCloseTo(0xe0, within(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "png-16-linear-gamma.png",
        "png-16-linear-grey.png",
        "png-16-linear-icc.png",
        "tiff-16-linear.tif",
        "tiff-16-linear-planar.tif"
      })
  void darkStepsOfALinearPictureWithSixteenBitsAreKept(String file) throws IOException {
    BufferedImage got = picture(normaliser.normalise(VARIANTS.resolve(file), workDir));

    for (int x = 0; x < 64; x++) {
      double light = 40 * x / 65535.0;
      double encoded = light <= .0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - .055;
      for (int channel = 0; channel < 3; channel++) {
        assertThat((double) Samples.at(got, x, 2)[channel])
            .as("column %d", x)
            .isCloseTo(255 * encoded, within(.7));
      }
    }
  }

  @Test
  void transparencyOfATiffWhoseStripsAreJpegIsKept() throws IOException {
    BufferedImage got =
        picture(normaliser.normalise(VARIANTS.resolve("tiff-jpeg-rgba.tif"), workDir));

    for (int x = 0; x < 48; x++) {
      assertThat((double) (got.getRGB(x, 20) >>> 24)).isCloseTo(255 - 4 * x, within(2.0));
    }
  }

  @Test
  void aTiffWithJpegDataOfTheWithdrawnKindIsRefusedAsSuch() {
    assertThatThrownBy(
            () -> normaliser.normalise(VARIANTS.resolve("tiff-old-jpeg-tables.tif"), workDir))
        .isInstanceOfSatisfying(
            UpscaleException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE))
        .hasMessageContaining("withdrawn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg-12-bit.jpg", "jpeg-lossless.jpg"})
  void kindsOfJpegThatOnlySpecialProgramsReadAreRefusedAsSuch(String file) {
    assertThatThrownBy(() -> normaliser.normalise(VARIANTS.resolve(file), workDir))
        .isInstanceOfSatisfying(
            UpscaleException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE))
        .hasMessageContaining("special programs");
  }

  @Test
  void aTiffWhoseSecondPageIsGoneDoesNotSayHowManyThereWere() throws IOException {
    byte[] file = Files.readAllBytes(VARIANTS.resolve("tiff-two-pages.tif"));
    Path cut = Files.write(workDir.resolve("cut.tif"), Arrays.copyOf(file, SECOND_PAGE));

    assertThat(normaliser.normalise(cut, workDir).notes()).contains("first of several pages");
  }

  @Test
  void aProgressiveJpegThatLacksItsLastScansIsRefusedAlthoughItEnds() {
    assertThatThrownBy(
            () ->
                normaliser.normalise(
                    VARIANTS.resolve("jpeg-progressive-lacking-scans.jpg"), workDir))
        .isInstanceOfSatisfying(
            UpscaleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_CORRUPT))
        .hasMessageContaining("detail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiff-jpeg-ycbcr.tif", "tiff-jpeg-strips.tif", "tiff-old-jpeg.tif"})
  void aTiffOfJpegDataDidNotComeLossless(String file) {
    assertThat(normaliser.normalise(VARIANTS.resolve(file), workDir).losslessSource()).isNull();
  }

  private int farthest(String file, String reference) throws IOException {
    BufferedImage wanted = ImageIO.read(VARIANTS.resolve(reference).toFile());
    BufferedImage got = picture(normaliser.normalise(VARIANTS.resolve(file), workDir));
    assertThat(got.getWidth()).isEqualTo(wanted.getWidth());
    assertThat(got.getHeight()).isEqualTo(wanted.getHeight());
    int farthest = 0;
    for (int y = 0; y < wanted.getHeight(); y++) {
      for (int x = 0; x < wanted.getWidth(); x++) {
        int[] want = Samples.at(wanted, x, y);
        int[] have = Samples.at(got, x, y);
        for (int channel = 0; channel < 3; channel++) {
          farthest = Math.max(farthest, Math.abs(want[channel] - have[channel]));
        }
      }
    }
    return farthest;
  }

  /** What the worker reads. */
  private static BufferedImage picture(NormalisedImage made) throws IOException {
    Path lossless = made.losslessSource();
    return ImageIO.read((lossless != null ? lossless : made.original()).toFile());
  }
}

package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNormaliserTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  private final ImageNormaliser normaliser = new ImageNormaliser(ImageLimits.DEFAULT);

  @TempDir Path workDir;

  @Test
  void aPlainJpegKeepsItsCodedPixelsAndLosesItsMetadata() throws IOException {
    byte[] jpeg = TestPictures.encoded(TestPictures.photo(60, 40, 1), "jpeg");
    byte[] secret = "Exif\0\0secret place".getBytes(StandardCharsets.US_ASCII);
    byte[] upload = TestPictures.withSegment(jpeg, 0xe1, secret);
    NormalisedImage made = normalise(Arrays.copyOf(upload, upload.length + 100));

    assertThat(Files.readAllBytes(made.original())).isEqualTo(jpeg);
    assertThat(made.losslessSource()).isNull();
    assertThat(made.notes()).containsExactly("metadata stripped");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyOrientationEndsUpright(int orientation) throws IOException {
    BufferedImage upright = TestPictures.photo(9, 6, 2);
    byte[] tiff = Orientations.tiff(upright, orientation);
    NormalisedImage made = normalise(tiff);

    assertThat(made.source().width()).isEqualTo(9);
    assertSamePixels(source(made), upright);
    if (orientation > 1) {
      assertThat(made.notes()).contains("orientation " + orientation + " applied");
    }
  }

  @Test
  void aLosslessUploadKeepsEveryColour() throws IOException {
    BufferedImage picture = TestPictures.photo(300, 200, 3);
    NormalisedImage made = normalise(TestPictures.encoded(picture, "png"));

    assertSamePixels(source(made), picture);
    assertThat(made.notes()).isEmpty();
  }

  @Test
  void colourUnderTransparencyIsKeptInTheSourceAndWhiteInTheOriginal() throws IOException {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 64; i++) {
      picture.setRGB(i % 8, i / 8, 0x00c02040);
    }
    NormalisedImage made = normalise(TestPictures.encoded(picture, "png"));

    assertThat(source(made).getRGB(3, 3)).isEqualTo(0x00c02040);
    assertThat(ImageIO.read(made.original().toFile()).getRGB(3, 3)).isEqualTo(0xffffffff);
    assertThat(made.source().alpha()).isTrue();
  }

  @Test
  void anAlphaChannelThatHidesNothingIsNoAlpha() throws IOException {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
    picture.getGraphics().fillRect(0, 0, 8, 8);
    NormalisedImage made = normalise(TestPictures.encoded(picture, "png"));

    assertThat(made.source().alpha()).isFalse();
    assertThat(source(made).getColorModel().hasAlpha()).isFalse();
  }

  @Test
  void theOriginalOfALosslessUploadHasFullChroma() throws IOException {
    NormalisedImage made = normalise(TestPictures.encoded(TestPictures.photo(32, 32, 4), "png"));
    byte[] jpeg = Files.readAllBytes(made.original());
    int frame = 0;
    while ((jpeg[frame] & 0xff) != 0xff || (jpeg[frame + 1] & 0xff) != 0xc0) {
      frame++;
    }
    assertThat(jpeg[frame + 11]).as("luma sampling").isEqualTo((byte) 0x11);
  }

  @Test
  void theFileLimitIsNamed() throws IOException {
    Path upload = Files.write(workDir.resolve("upload"), new byte[2000]);
    ImageNormaliser strict = new ImageNormaliser(new ImageLimits(1000, 1000));
    assertThatThrownBy(() -> strict.normalise(upload, workDir))
        .isInstanceOf(UpscaleException.class)
        .hasMessageContaining("2000 bytes")
        .hasMessageContaining("limit is 1000");
  }

  @Test
  void theNamesOfRefusedFormatsAreTold() {
    assertThatThrownBy(() -> normaliser.normalise(CASES.resolve("heic-header.heic"), workDir))
        .hasMessageContaining("HEIC")
        .hasMessageContaining("Accepted are JPEG, PNG");
  }

  @Test
  void decodingStopsWhenItsTimeIsOver() throws IOException {
    Path upload =
        Files.write(
            workDir.resolve("upload"),
            TestPictures.encoded(TestPictures.photo(500, 500, 5), "png"));
    ImageNormaliser hasty =
        new ImageNormaliser(ImageLimits.DEFAULT, new DecodeGate(1000), Duration.ZERO);
    assertThatThrownBy(() -> hasty.normalise(upload, workDir))
        .isInstanceOfSatisfying(
            UpscaleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_TOO_LARGE));
  }

  private NormalisedImage normalise(byte[] upload) throws IOException {
    return normaliser.normalise(Files.write(workDir.resolve("upload"), upload), workDir);
  }

  private static BufferedImage source(NormalisedImage made) throws IOException {
    Path file = made.losslessSource();
    assertThat(file).isNotNull();
    return ImageIO.read(Objects.requireNonNull(file).toFile());
  }

  private static void assertSamePixels(RenderedImage actual, RenderedImage expected) {
    int width = expected.getWidth();
    int height = expected.getHeight();
    assertThat(actual.getWidth()).isEqualTo(width);
    assertThat(actual.getHeight()).isEqualTo(height);
    assertThat(actual.getData().getPixels(0, 0, width, height, (int[]) null))
        .isEqualTo(expected.getData().getPixels(0, 0, width, height, (int[]) null));
  }
}

package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a TIFF's channels beyond colour become, and its YCbCr. */
class TiffChannelsTest {
  private static final int GREY = 1;
  private static final int RGB = 2;
  private static final int CMYK = 5;
  private static final int YCBCR = 6;
  private static final int PHOTOMETRIC = 0x0106;
  private static final int ROWS_PER_STRIP = 0x0116;
  private static final int STRIP_LENGTHS = 0x0117;
  private static final int EXTRA_SAMPLES = 0x0152;
  private static final int SUBSAMPLING = 0x0212;
  private static final int SIDE = 8;

  private final ImageNormaliser normaliser = new ImageNormaliser(ImageLimits.DEFAULT);

  @TempDir Path workDir;

  @Test
  void aFourthChannelThatNothingExplainsIsAlpha() throws IOException {
    NormalisedImage made =
        normalise(new Tiffs(SIDE, SIDE, RGB, 4).bytes(pixels(200, 100, 50, 128)));

    assertThat(made.source().alpha()).isTrue();
    assertThat(argb(made)).isEqualTo(0x80c86432);
    assertThat(made.notes())
        .contains("a fourth channel that the TIFF does not explain taken for alpha");
  }

  @Test
  void aFourthChannelThatNothingExplainsAndNobodyFilledInHidesNothing() throws IOException {
    NormalisedImage made = normalise(new Tiffs(SIDE, SIDE, RGB, 4).bytes(pixels(200, 100, 50, 0)));

    assertThat(argb(made)).isEqualTo(0xffc86432);
    assertThat(made.notes()).contains("an alpha channel that is 0 all over ignored");
  }

  @Test
  void aChannelThatIsSaidToBeNoAlphaIsDroppedAndTold() throws IOException {
    NormalisedImage made =
        normalise(
            new Tiffs(SIDE, SIDE, RGB, 4).with(EXTRA_SAMPLES, 0).bytes(pixels(200, 100, 50, 128)));

    assertThat(argb(made)).isEqualTo(0xffc86432);
    assertThat(made.notes()).containsExactly("channels beyond colour dropped: 1");
  }

  @Test
  void alphaOfACmykPictureIsKept() throws IOException {
    NormalisedImage made =
        normalise(
            new Tiffs(SIDE, SIDE, CMYK, 5)
                .with(EXTRA_SAMPLES, 2)
                .bytes(pixels(0, 255, 255, 0, 128)));

    assertThat(argb(made)).isEqualTo(0x80ff0000);
    assertThat(made.notes()).contains("CMYK converted to sRGB");
  }

  @Test
  void alphaOfADeepCmykPictureIsKept() throws IOException {
    byte[] deep = pixels(0, 0, 255, 255, 255, 255, 0, 0, 128, 128);
    NormalisedImage made =
        normalise(
            new Tiffs(SIDE, SIDE, CMYK, 5)
                .with(0x0102, 16, 16, 16, 16, 16)
                .with(EXTRA_SAMPLES, 2)
                .bytes(deep));

    assertThat(argb(made)).isEqualTo(0x80ff0000);
  }

  @Test
  void channelsBesideGreyAreToldToo() throws IOException {
    NormalisedImage made = normalise(new Tiffs(SIDE, SIDE, GREY, 3).bytes(pixels(90, 1, 2)));

    assertThat(argb(made)).isEqualTo(0xff5a5a5a);
    assertThat(made.notes()).containsExactly("channels beyond colour dropped: 2");
  }

  /** Red has a luma of 76, and chromas of 85 and 255 (JFIF's formula). */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "2, 2", "4, 4"})
  void rawYcbcrBecomesTheColoursThatItSays(int across, int down) throws IOException {
    NormalisedImage made = normalise(ycbcr(across, down, 0));

    int rgb = argb(made);
    assertThat(rgb >> 16 & 255).isGreaterThanOrEqualTo(253);
    assertThat(rgb >> 8 & 255).isLessThanOrEqualTo(2);
    assertThat(rgb & 255).isLessThanOrEqualTo(2);
  }

  @Test
  void rawYcbcrThatEndsEarlyIsRefusedThoughItsStripSaysSo() {
    assertThatThrownBy(() -> normalise(ycbcr(2, 2, 20)))
        .isInstanceOfSatisfying(
            UpscaleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_CORRUPT));
  }

  @ParameterizedTest
  @ValueSource(ints = {STRIP_LENGTHS, PHOTOMETRIC, ROWS_PER_STRIP})
  void aTagThatOldWritersLeaveOutIsNotMissed(int tag) throws IOException {
    Tiffs tiff = new Tiffs(SIDE, SIDE, RGB, 3).without(tag);

    assertThat(argb(normalise(tiff.bytes(pixels(200, 100, 50))))).isEqualTo(0xffc86432);
  }

  @Test
  void aStripWithoutALengthThatTheFileBreaksOffInIsRefused() {
    byte[] half = Arrays.copyOf(pixels(200, 100, 50), SIDE * SIDE);

    assertThatThrownBy(
            () -> normalise(new Tiffs(SIDE, SIDE, RGB, 3).without(STRIP_LENGTHS).bytes(half)))
        .isInstanceOfSatisfying(
            UpscaleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IMAGE_CORRUPT));
  }

  private static byte[] ycbcr(int across, int down, int cut) {
    int unit = across * down + 2;
    byte[] data = new byte[SIDE * SIDE / (across * down) * unit];
    for (int i = 0; i < data.length; i++) {
      int at = i % unit;
      data[i] = (byte) (at < unit - 2 ? 76 : at == unit - 2 ? 85 : 255);
    }
    return new Tiffs(SIDE, SIDE, YCBCR, 3)
        .with(SUBSAMPLING, across, down)
        .bytes(Arrays.copyOf(data, data.length - cut));
  }

  private static byte[] pixels(int... pixel) {
    byte[] strip = new byte[SIDE * SIDE * pixel.length];
    for (int i = 0; i < strip.length; i++) {
      strip[i] = (byte) pixel[i % pixel.length];
    }
    return strip;
  }

  private NormalisedImage normalise(byte[] upload) throws IOException {
    return normaliser.normalise(Files.write(workDir.resolve("upload"), upload), workDir);
  }

  private static int argb(NormalisedImage made) throws IOException {
    return ImageIO.read(Objects.requireNonNull(made.losslessSource()).toFile()).getRGB(5, 6);
  }
}

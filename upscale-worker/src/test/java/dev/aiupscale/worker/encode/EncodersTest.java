package dev.aiupscale.worker.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.Density;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodersTest {
  private static final BasicMetadata KEPT =
      new BasicMetadata(
          "© 2026 Ada", "Ada", "2026:01:02 03:04:05", "+02:00", new Density(300, 150));

  @ParameterizedTest
  @CsvSource({"1, 1, 3", "1, 1, 4", "3, 5, 3", "640, 900, 3", "700, 801, 4", "1, 3000, 3"})
  void aPngGivesBackEverySample(int width, int height, int channels) throws IOException {
    byte[] file = encoded(new PngEncoder(KEPT), width, height, channels);

    assertEverySample(file, width, height, channels);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aWebpOfQuality100GivesBackEverySample(int channels) throws IOException {
    assertEverySample(
        encoded(new WebpEncoder(100, BasicMetadata.NONE), 130, 70, channels), 130, 70, channels);
    assertEverySample(encoded(new WebpEncoder(100, KEPT), 131, 71, channels), 131, 71, channels);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aLossyWebpWithMetadataCanBeRead(int channels) throws IOException {
    byte[] file = encoded(new WebpEncoder(80, KEPT), 131, 71, channels);

    assertThat(read(file).getWidth()).isEqualTo(131);
    assertCarriesMetadata(file);
  }

  @ParameterizedTest
  @CsvSource({"95, 0x11", "89, 0x22"})
  void aJpegKeepsFullChromaFromQuality90On(int quality, String sampling) throws IOException {
    byte[] file = encoded(new JpegEncoder(quality, KEPT), 64, 48, 3);

    assertThat(read(file).getHeight()).isEqualTo(48);
    assertThat(file[startOfFrame(file) + 11]).isEqualTo(Byte.decode(sampling));
    assertCarriesMetadata(file);
  }

  @Test
  void aJpegIsAsCloseAsItsQualitySays() throws IOException {
    BufferedImage image = read(encoded(new JpegEncoder(98, BasicMetadata.NONE), 99, 77, 3));

    long error = 0;
    for (int y = 0; y < 77; y++) {
      for (int x = 0; x < 99; x++) {
        error += Math.abs((image.getRGB(x, y) >> 8 & 0xff) - MadeRows.sample(x, y, 1));
      }
    }
    assertThat(error / (99.0 * 77)).isLessThan(4);
  }

  @Test
  void theFilesOfAPictureAreTheSameEachTime() throws IOException {
    assertThat(encoded(new PngEncoder(KEPT), 900, 700, 3))
        .isEqualTo(encoded(new PngEncoder(KEPT), 900, 700, 3));
  }

  @Test
  void aPngSaysItsDensityInPixelsAMetre() throws IOException {
    byte[] file = encoded(new PngEncoder(KEPT), 20, 10, 3);

    ByteBuffer physical = ByteBuffer.wrap(file).position(after(file, "pHYs"));
    assertThat(physical.getInt()).isEqualTo(11_811);
    assertThat(physical.getInt()).isEqualTo(5_906);
    assertThat(physical.get()).isEqualTo((byte) 1);
  }

  @Test
  void aJpegSaysItsDensityInPixelsAnInch() throws IOException {
    byte[] file = encoded(new JpegEncoder(90, KEPT), 20, 10, 3);

    ByteBuffer jfif = ByteBuffer.wrap(file).position(after(file, "JFIF\0") + 2);
    assertThat(jfif.get()).isEqualTo((byte) 1);
    assertThat(jfif.getShort()).isEqualTo((short) 300);
    assertThat(jfif.getShort()).isEqualTo((short) 150);
  }

  @Test
  void everyFormatNamesTheSoftware() throws IOException {
    for (ImageEncoder encoder :
        List.of(
            new PngEncoder(BasicMetadata.NONE),
            new JpegEncoder(90, BasicMetadata.NONE),
            new WebpEncoder(90, BasicMetadata.NONE))) {
      byte[] file = encoded(encoder, 20, 10, 3);
      assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("AI Upscale");
    }
  }

  @Test
  void aJpegAndAWebpCarryTheProfileOfSrgb() throws IOException {
    String profile = new String(SrgbProfile.bytes(), StandardCharsets.ISO_8859_1);

    byte[] jpeg = encoded(new JpegEncoder(90, KEPT), 20, 10, 3);
    assertThat(new String(jpeg, StandardCharsets.ISO_8859_1))
        .containsOnlyOnce("ICC_PROFILE\0\1\1" + profile);
    byte[] webp = encoded(new WebpEncoder(90, KEPT), 20, 10, 4);
    assertThat(new String(webp, StandardCharsets.ISO_8859_1)).containsOnlyOnce(profile);
    assertThat(after(webp, "VP8X")).isLessThan(after(webp, "ICCP"));
  }

  private static int after(byte[] file, String mark) {
    int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(mark);
    assertThat(at).as(mark).isPositive();
    return at + mark.length();
  }

  private static byte[] encoded(ImageEncoder encoder, int width, int height, int channels)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    encoder.encode(new MadeRows(width, height, channels), file);
    return file.toByteArray();
  }

  private static BufferedImage read(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    if (image == null) {
      throw new IOException("no reader knows the file");
    }
    return image;
  }

  private static void assertEverySample(byte[] file, int width, int height, int channels)
      throws IOException {
    BufferedImage image = read(file);
    assertThat(image.getColorModel().hasAlpha()).isEqualTo(channels == 4);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int opacity = channels == 4 ? MadeRows.sample(x, y, 3) : 255;
        int expected =
            (opacity << 24)
                | (MadeRows.sample(x, y, 0) << 16)
                | (MadeRows.sample(x, y, 1) << 8)
                | MadeRows.sample(x, y, 2);
        if (image.getRGB(x, y) != expected) {
          assertThat(image.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(expected);
        }
      }
    }
  }

  private static int startOfFrame(byte[] jpeg) {
    for (int i = 2; ; i += 2 + ((jpeg[i + 2] & 0xff) << 8) + (jpeg[i + 3] & 0xff)) {
      if (jpeg[i + 1] == (byte) 0xC0) {
        return i;
      }
    }
  }

  private static void assertCarriesMetadata(byte[] file) {
    assertThat(new String(file, StandardCharsets.UTF_8))
        .contains("© 2026 Ada", "2026:01:02 03:04:05", "+02:00");
  }
}

package dev.aiupscale.worker.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {16, 64, 128, 220})
  void aGreyJpegKeepsItsLevels(int level) throws IOException {
    BufferedImage grey = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster raster = grey.getRaster();
    raster.setPixels(0, 0, 16, 8, IntStream.generate(() -> level).limit(128).toArray());

    Picture picture = PictureReader.read(written(grey, "jpg"), false);

    for (byte sample : picture.rgb()) {
      assertThat(sample & 0xff).isBetween(level - 1, level + 1);
    }
  }

  @Test
  void aColourJpegIsReadAsRgb() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, 0xc08020);
    }

    byte[] rgb = PictureReader.read(written(image, "jpg"), false).rgb();

    assertThat(rgb[300] & 0xff).isBetween(0xbd, 0xc3);
    assertThat(rgb[301] & 0xff).isBetween(0x7d, 0x83);
    assertThat(rgb[302] & 0xff).isBetween(0x1d, 0x23);
  }

  @Test
  void aPngGivesColoursAndAlphaApart() throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(1, 1, 0x80010203);

    Picture picture = PictureReader.read(written(image, "png"), true);

    assertThat(picture.rgb()).hasSize(18).containsSequence(1, 2, 3);
    assertThat(picture.alpha()).containsExactly(0, 0, 0, 0, 0x80, 0);
  }

  @Test
  void anAlphaChannelThatIsOpaqueAllOverIsNone() throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 3, 2, new int[] {-1, -1, -1, -1, -1, -1}, 0, 3);

    assertThat(PictureReader.read(written(image, "png"), true).alpha()).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsNoPictureIsCorrupt(boolean lossless) throws IOException {
    Path file = directory.resolve("noise");
    Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});

    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(() -> PictureReader.read(file, lossless))
        .returns(ErrorCode.IMAGE_CORRUPT, UpscaleException::code);
  }

  private Path written(BufferedImage image, String format) throws IOException {
    Path file = directory.resolve("picture." + format);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }
}

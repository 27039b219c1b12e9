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
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
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

    for (byte sample : rgb(written(grey, "jpg"), false)) {
      assertThat(sample & 0xff).isBetween(level - 1, level + 1);
    }
  }

  @Test
  void aColourJpegIsReadAsRgb() throws IOException {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, 0xc08020);
    }

    byte[] rgb = rgb(written(image, "jpg"), false);

    assertThat(rgb[300] & 0xff).isBetween(0xbd, 0xc3);
    assertThat(rgb[301] & 0xff).isBetween(0x7d, 0x83);
    assertThat(rgb[302] & 0xff).isBetween(0x1d, 0x23);
  }

  @Test
  void aPngGivesColoursAndAlphaApart() throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(1, 1, 0x80010203);

    Path file = written(image, "png");
    assertThat(rgb(file, true)).hasSize(18).containsSequence(1, 2, 3);
    try (Picture picture = PictureReader.read(file, true)) {
      byte[] alpha = new byte[6];
      Objects.requireNonNull(picture.alpha()).read(0, 2, alpha);
      assertThat(alpha).containsExactly(0, 0, 0, 0, 0x80, 0);
    }
  }

  @Test
  void anAlphaChannelThatIsOpaqueAllOverIsNone() throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 3, 2, new int[] {-1, -1, -1, -1, -1, -1}, 0, 3);

    try (Picture picture = PictureReader.read(written(image, "png"), true)) {
      assertThat(picture.alpha()).isNull();
    }
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

  @Test
  void aProgressiveJpegHasTheSamePixelsAsTheJdkReads() throws IOException {
    Random random = new Random(3);
    BufferedImage image = new BufferedImage(211, 97, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 211 * 97; i++) {
      image.setRGB(i % 211, i / 211, (i * 40503) ^ random.nextInt(64));
    }
    Path file = directory.resolve("progressive.jpg");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    BufferedImage expected = ImageIO.read(file.toFile());

    byte[] rgb = rgb(file, false);

    for (int i = 0; i < 211 * 97; i++) {
      int pixel =
          (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | (rgb[3 * i + 2] & 0xff);
      assertThat(pixel).as("pixel %d", i).isEqualTo(expected.getRGB(i % 211, i / 211) & 0xffffff);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void noFileIsLeftOfAPictureThatWasClosedOrBreaksOff(String format) throws IOException {
    Path file = written(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), format);
    PictureReader.read(file, format.equals("png")).close();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, 40));

    assertThatExceptionOfType(UpscaleException.class)
        .isThrownBy(() -> PictureReader.read(file, format.equals("png")));
    assertThat(directory.toFile().list()).containsExactly(file.getFileName().toString());
  }

  private static byte[] rgb(Path file, boolean lossless) {
    try (Picture picture = PictureReader.read(file, lossless)) {
      byte[] rgb = new byte[picture.width() * picture.height() * 3];
      picture.rgb().read(0, picture.height(), rgb);
      return rgb;
    }
  }

  private Path written(BufferedImage image, String format) throws IOException {
    Path file = directory.resolve("picture." + format);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }
}

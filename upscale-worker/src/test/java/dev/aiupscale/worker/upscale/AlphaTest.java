package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.onnx.TinyNetwork;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaTest {
  /** Opaque orange on the left, black that nobody sees on the right. */
  private static final BufferedImage HALF =
      Pictures.of(60, 50, (x, y) -> x < 30 ? 0xffff8020 : 0x00000000);

  @TempDir Path directory;
  private Upscaling upscaling;

  @BeforeEach
  void open() {
    upscaling = new Upscaling(directory, directory);
  }

  @AfterEach
  void close() {
    upscaling.close();
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "4, 4", "4, 3", "4, 2"})
  void evenAreasKeepExactlyTheAlphaOfTheSource(int model, int scale) throws IOException {
    BufferedImage result = upscaling.upscaled(HALF, TinyNetwork.write(directory, model, 1), scale);

    for (int y = 0; y < result.getHeight(); y++) {
      for (int x = 0; x < 29 * scale; x++) {
        assertThat(result.getRGB(x, y) >>> 24).as("%d, %d", x, y).isEqualTo(255);
      }
      for (int x = 31 * scale; x < 60 * scale; x++) {
        assertThat(result.getRGB(x, y) >>> 24).as("%d, %d", x, y).isZero();
      }
    }
  }

  @Test
  void alphaStaysWithinThatOfTheSourceBesideAnEdgeToAShadow() throws IOException {
    BufferedImage shadowed =
        Pictures.of(40, 30, (x, y) -> x < 15 ? 0xffff8020 : 120 - 2 * x << 24 | 0x101010);

    BufferedImage result = upscaling.upscaled(shadowed, TinyNetwork.write(directory, 4, 1), 4);

    for (int x = 4 * 16; x < 4 * 39; x++) {
      int opacity = 120 - 2 * (x / 4);
      assertThat(result.getRGB(x, 50) >>> 24)
          .as("column %d", x)
          .isBetween(opacity - 2, opacity + 2);
    }
  }

  @Test
  void edgesThatWereMixedWithBlackAreTold() throws IOException {
    BufferedImage mixed =
        Pictures.of(
            40,
            30,
            (x, y) -> x < 20 ? 0xffff8020 : x > 20 ? 0 : 128 << 24 | 128 << 16 | 64 << 8 | 16);

    assertThat(
            upscaling
                .run(
                    upscaling.request(
                        upscaling.png(mixed),
                        TinyNetwork.write(directory, 2, 1),
                        2,
                        ResultFormat.PNG))
                .notes())
        .containsExactly("the black that the edges were mixed with taken out of them");
  }

  @Test
  void hiddenColoursDoNotReachTheNetwork() throws IOException {
    ModelDescriptor tiny = TinyNetwork.write(directory, 2, 1);
    byte[] orange = Pictures.rgb(Pictures.of(60, 50, (x, y) -> 0xffff8020));

    BufferedImage result = upscaling.upscaled(HALF, tiny, 2);

    byte[] expected = WholeInference.of(upscaling.engines, tiny, orange, 60, 50);
    assertThat(Pictures.rgb(result)).isEqualTo(expected);
  }

  @Test
  void aPictureThatIsTransparentAllOverStaysSoAndIsWhiteBeneath() throws IOException {
    BufferedImage nothing = Pictures.of(9, 7, (x, y) -> 0x00123456);
    ModelDescriptor tiny = TinyNetwork.write(directory, 2, 1);

    BufferedImage result = upscaling.upscaled(nothing, tiny, 2);

    assertThat(result.getRGB(0, 0) >>> 24).isZero();
    assertThat(result.getRGB(17, 13) >>> 24).isZero();
    byte[] white = Pictures.rgb(Pictures.of(9, 7, (x, y) -> -1));
    assertThat(Pictures.rgb(result))
        .isEqualTo(WholeInference.of(upscaling.engines, tiny, white, 9, 7));
  }

  @Test
  void aJpegShowsWhiteWhereThePictureWasTransparent() throws IOException {
    ModelDescriptor tiny = TinyNetwork.write(directory, 2, 1);

    upscaling.run(upscaling.request(upscaling.png(HALF), tiny, 2, ResultFormat.JPEG));

    assertThat(Pictures.read(upscaling.target).getRGB(110, 50) & 0xffffff).isEqualTo(0xffffff);
  }
}

package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.image.BasicMetadata;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A network that washes colours out, as some do. */
class ColourGuardTest {
  private static final float[][] WASHED_OUT = {{.8f, .1f, 0}, {.05f, .85f, .05f}, {0, .1f, .8f}};
  private static final int SHIFT = 8;
  private static final BufferedImage PICTURE =
      Pictures.of(
          200,
          120,
          (x, y) -> {
            int red = (int) (120 + 100 * Math.sin(x / 30.0));
            int green = (int) (120 + 100 * Math.cos(y / 25.0));
            return 0xff000000 | red << 16 | green << 8 | 40 + (x + y) / 2;
          });

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
  @ValueSource(ints = {2, 3, 4})
  void theResultHasThePicturesColoursAndANoteSaysWhatWasDone(int scale) throws IOException {
    UpscaledImage made = upscaling.run(request(scale, 24, true));

    assertThat(farthest(scale)).isLessThanOrEqualTo(6);
    assertThat(made.notes())
        .singleElement()
        .asString()
        .matches(
            "colours of model 'tiny' brought back to the picture's in 1?\\d\\d % of it, by up to .*");
  }

  @Test
  void aPictureWithoutColourGetsNone() throws IOException {
    BufferedImage halftone =
        Pictures.of(90, 70, (x, y) -> (x * 7 + y * 5) % 3 == 0 ? 0xff000000 : 0xffffffff);
    ModelDescriptor model = TinyNetwork.drifting(directory, 2, WASHED_OUT, SHIFT);

    upscaling.run(request(halftone, model, 2, true));
    assertThat(coloured(Pictures.read(upscaling.target))).isZero();

    upscaling.run(request(halftone, model, 2, false));
    assertThat(coloured(Pictures.read(upscaling.target))).isPositive();
  }

  private static int coloured(BufferedImage image) {
    byte[] rgb = Pictures.rgb(image);
    int coloured = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      coloured += rgb[i] == rgb[i + 1] && rgb[i] == rgb[i + 2] ? 0 : 1;
    }
    return coloured;
  }

  @Test
  void turnedOffItLeavesTheNetworksColours() throws IOException {
    UpscaledImage made = upscaling.run(request(2, 24, false));

    assertThat(farthest(2)).isGreaterThan(15);
    assertThat(made.notes()).isEmpty();
  }

  @Test
  void howThePictureIsCutIntoTilesChangesNothing() throws IOException {
    UpscaledImage small = upscaling.run(request(2, 24, true));
    UpscaledImage large = upscaling.run(request(2, 91, true));

    assertThat(large.tiles()).isLessThan(small.tiles());
    assertThat(large.image()).isEqualTo(small.image());
  }

  private UpscaleRequest request(int scale, int tile, boolean guarded) throws IOException {
    ModelDescriptor model =
        Models.withTile(TinyNetwork.drifting(directory, scale, WASHED_OUT, SHIFT), tile);
    return request(PICTURE, model, scale, guarded);
  }

  private UpscaleRequest request(
      BufferedImage picture, ModelDescriptor model, int scale, boolean guarded) {
    return new UpscaleRequest(
        upscaling.png(picture),
        true,
        model,
        scale,
        ResultFormat.PNG,
        0,
        false,
        guarded,
        BasicMetadata.NONE,
        null);
  }

  private int farthest(int scale) {
    byte[] made = Pictures.rgb(Pictures.read(upscaling.target));
    byte[] source = Pictures.rgb(PICTURE);
    int farthest = 0;
    for (int i = 0; i < made.length; i++) {
      int x = i / 3 % (200 * scale) / scale;
      int y = i / 3 / (200 * scale) / scale;
      int wanted = source[(y * 200 + x) * 3 + i % 3] & 0xff;
      farthest = Math.max(farthest, Math.abs((made[i] & 0xff) - wanted));
    }
    return farthest;
  }
}

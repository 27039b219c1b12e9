package dev.aiupscale.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiupscale.common.job.UpscaleException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The acceptance cases: each names a file, and either the error it meets or size, alpha and some
 * colours. Coordinates and size are those of a result of twice the size.
 */
class ImageCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final int SCALE = 2;
  private static final int DEFAULT_TOLERANCE = 20;

  private final ImageNormaliser normaliser = new ImageNormaliser(ImageLimits.DEFAULT);

  @TempDir Path workDir;

  record Case(String id, Path file, JsonNode expect) {
    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Case> cases() throws IOException {
    JsonNode root = new ObjectMapper().readTree(CASES.resolve("cases.json").toFile());
    JsonNode list = root.isArray() ? root : root.get("cases");
    return StreamSupport.stream(list.spliterator(), false)
        .map(
            node ->
                new Case(
                    node.get("id").asText(),
                    CASES.resolve(node.get("file").asText()),
                    node.get("expect")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void anUploadGivesThePictureOrTheErrorThatItsCaseExpects(Case sample) throws IOException {
    if (sample.expect.get("http").asInt() >= 400) {
      UpscaleException error =
          catchThrowableOfType(
              UpscaleException.class, () -> normaliser.normalise(sample.file, workDir));
      assertThat(error).as("an error").isNotNull();
      assertThat(error.code().name()).isEqualTo(sample.expect.get("error").asText());
      return;
    }
    NormalisedImage made = normaliser.normalise(sample.file, workDir);
    JsonNode expect = sample.expect;
    assertThat(made.source().width() * SCALE).isEqualTo(expect.get("width").asInt());
    assertThat(made.source().height() * SCALE).isEqualTo(expect.get("height").asInt());
    assertThat(made.source().alpha()).isEqualTo(expect.get("alpha").asBoolean());
    assertThat(made.source().bytes()).isEqualTo(Files.size(sample.file));

    BufferedImage original = ImageIO.read(made.original().toFile());
    assertLooksRight(original, made, expect, !made.source().alpha());
    Path losslessSource = made.losslessSource();
    if (losslessSource != null) {
      BufferedImage png = ImageIO.read(losslessSource.toFile());
      assertThat(png.getColorModel().hasAlpha()).isEqualTo(made.source().alpha());
      assertLooksRight(png, made, expect, true);
    }
  }

  private static void assertLooksRight(
      BufferedImage image, NormalisedImage made, JsonNode expect, boolean colours) {
    assertThat(List.of(image.getWidth(), image.getHeight()))
        .isEqualTo(List.of(made.source().width(), made.source().height()));
    if (!colours) {
      return;
    }
    for (JsonNode pixel : expect.path("pixels")) {
      int[] rgba =
          Samples.at(image, pixel.get("x").asInt() / SCALE, pixel.get("y").asInt() / SCALE);
      int tolerance = pixel.path("tol").asInt(DEFAULT_TOLERANCE);
      for (int i = 0; i < 3 && pixel.has("rgb"); i++) {
        assertThat(Math.abs(rgba[i] - pixel.get("rgb").get(i).asInt()))
            .as("%s in %s", pixel, List.of(rgba[0], rgba[1], rgba[2]))
            .isLessThanOrEqualTo(tolerance);
      }
      if (pixel.has("a")) {
        assertThat(Math.abs(rgba[3] - pixel.get("a").asInt())).as("alpha").isLessThanOrEqualTo(2);
      }
    }
  }
}

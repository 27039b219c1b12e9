package dev.aiupscale.api.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.api.callback.CallbackRules;
import dev.aiupscale.api.callback.Callbacks;
import dev.aiupscale.common.image.PixelSize;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionParserTest {
  private static final SourceImage SOURCE = new SourceImage(100, 50, "png", 1, false);

  private final ModelCatalogue catalogue =
      new ModelCatalogue(
          List.of(file("esrgan-slim", 2), file("esrgan-slim", 4), file("general", 4)));
  private final OptionParser parser =
      new OptionParser(catalogue, new CallbackRules(new Callbacks(Optional.empty(), false, false)));

  @Test
  void withoutOptionsTheDocumentedDefaultsHold() {
    RequestedOptions options = parser.parse(Map.of());

    assertThat(options.model().id()).isEqualTo("esrgan-slim");
    assertThat(options.scale()).isEqualTo(2);
    assertThat(options.format()).isEmpty();
    assertThat(options.quality()).isEqualTo(92);
    assertThat(options.metadata()).isEqualTo(MetadataPolicy.STRIP);
    assertThat(options.ignoreCache()).isFalse();
    assertThat(options.colorGuard()).isTrue();
  }

  @Test
  void aScaleThatTheModelLacksIsMadeFromTheNextLargerOne() {
    assertThat(parser.parse(Map.of("scale", List.of("3"))).model().scale()).isEqualTo(4);
    assertThat(parser.parse(Map.of("model", List.of("general"))).model().scale()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "model,no-such,esrgan-slim",
    "scale,7,'2, 3, 4'",
    "scale,8,'2, 3, 4'",
    "scale,-2,'2, 3, 4'",
    "scale,99999999999999999999,whole number",
    "scale,two,whole number",
    "format,tiff,'auto, jpeg, png, webp'",
    "quality,0,1 to 100",
    "quality,101,1 to 100",
    "metadata,all,keep-basic",
    "exact,maybe,true or false",
    "colorGuard,perhaps,true or false",
    "ignoreCache,2,true or false"
  })
  void whatIsWrongIsAnsweredWithTheFieldAndWhatIsAllowed(
      String field, String value, String allowed) {
    assertThatThrownBy(() -> parser.parse(Map.of(field, List.of(value))))
        .isInstanceOf(UpscaleException.class)
        .hasMessageContaining("OPTION_INVALID")
        .hasMessageContaining("'" + field + "'")
        .hasMessageContaining(allowed);
  }

  @Test
  void anOptionGivenTwiceIsFineWithOneValueAndWrongWithTwo() {
    assertThat(parser.parse(Map.of("scale", List.of("4", "4"))).scale()).isEqualTo(4);
    assertThatThrownBy(() -> parser.parse(Map.of("scale", List.of("2", "4"))))
        .hasMessageContaining("more than once");
  }

  @Test
  void theColourGuardCanBeTurnedOff() {
    assertThat(parser.parse(Map.of("colorGuard", List.of("false"))).colorGuard()).isFalse();
  }

  @Test
  void fieldsThatMeanNothingAreNamed() {
    assertThat(parser.parse(Map.of("colour", List.of("blue"))).ignoredFields())
        .containsExactly("colour");
  }

  @Test
  void aSizeIsMadeByTheLeastOfTheModelsOwnFactorsThatReachesIt() {
    SizedOptions less = sized("width", "130");
    assertThat(less.scale()).isEqualTo(2);
    assertThat(less.resultSize(SOURCE)).isEqualTo(new PixelSize(130, 65));

    SizedOptions more = sized("height", "101");
    assertThat(more.scale()).isEqualTo(4);
    assertThat(more.resultSize(SOURCE)).isEqualTo(new PixelSize(202, 101));
  }

  @Test
  void aSizeThatAScaleLeadsToIsTheSameJob() {
    JobOptions twice =
        parser
            .parse(Map.of("scale", List.of("2")))
            .sizedFor(SOURCE, catalogue)
            .resolve(ResultFormat.PNG);

    assertThat(sized("width", "200").resolve(ResultFormat.PNG)).isEqualTo(twice);
  }

  @Test
  void aSizeBesideAScaleAndOneOfNoPixelsAreRefused() {
    assertThatThrownBy(() -> parser.parse(Map.of("scale", List.of("2"), "width", List.of("200"))))
        .hasMessageContaining("'scale'")
        .hasMessageContaining("together");
    assertThatThrownBy(() -> parser.parse(Map.of("height", List.of("0"))))
        .hasMessageContaining("'height'");
  }

  private SizedOptions sized(String field, String pixels) {
    return parser.parse(Map.of(field, List.of(pixels))).sizedFor(SOURCE, catalogue);
  }

  @Test
  void qualityIsNoPartOfALosslessResult() {
    RequestedOptions options = parser.parse(Map.of("quality", List.of("70")));

    SizedOptions sized = options.sizedFor(SOURCE, catalogue);
    assertThat(sized.resolve(ResultFormat.PNG).quality()).isZero();
    assertThat(sized.resolve(ResultFormat.JPEG).quality()).isEqualTo(70);
  }

  private static ModelDescriptor file(String id, int scale) {
    return new ModelDescriptor(
        id,
        scale,
        "",
        "",
        "MIT",
        "",
        id + ".onnx",
        "a".repeat(64),
        1,
        8,
        0,
        8,
        64,
        scale,
        List.of(),
        null);
  }
}

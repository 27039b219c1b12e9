package dev.aiupscale.api.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.api.callback.CallbackRules;
import dev.aiupscale.api.callback.Callbacks;
import dev.aiupscale.common.image.ResultFormat;
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
  private final OptionParser parser =
      new OptionParser(
          new ModelCatalogue(
              List.of(file("esrgan-slim", 2), file("esrgan-slim", 4), file("general", 4))),
          new CallbackRules(new Callbacks(Optional.empty(), false, false)));

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
  void qualityIsNoPartOfALosslessResult() {
    RequestedOptions options = parser.parse(Map.of("quality", List.of("70")));

    assertThat(options.resolve(ResultFormat.PNG).quality()).isZero();
    assertThat(options.resolve(ResultFormat.JPEG).quality()).isEqualTo(70);
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

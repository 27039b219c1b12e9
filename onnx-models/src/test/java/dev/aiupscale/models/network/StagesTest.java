package dev.aiupscale.models.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {
  private final NetworkBuilder builder = new NetworkBuilder("in");

  @Test
  void aNetworkIsCutWhereOnlyTheValuesOfSkipsCross() {
    convolution("head", 3, "in");
    convolution("a", 11, "head");
    convolution("b", 11, "a");
    builder.add("sum", new Operation.Addition(), List.of("b", "head"));
    builder.add("large", new Operation.NearestUpsampling(2), List.of("sum"));
    convolution("out", 3, "large");

    List<Stage> stages = Stages.shortOnes(builder.build("out", ValueRange.ZERO_TO_ONE));

    assertThat(stages).extracting(Stage::output).containsExactly("head", "a", "sum", "out");
    assertThat(stages)
        .extracting(Stage::inputs)
        .containsExactly(List.of("in"), List.of("head"), List.of("a", "head"), List.of("sum"));
    assertThat(stages).extracting(Stage::radius).containsExactly(1, 5, 5, 1);
    assertThat(stages).extracting(Stage::scale).containsExactly(1, 1, 1, 2);
  }

  @Test
  void theStagesWorkIsTheNetworksWork() {
    convolution("head", 3, "in");
    convolution("a", 11, "head");
    builder.add("large", new Operation.NearestUpsampling(2), List.of("a"));
    convolution("out", 3, "large");
    Network network = builder.build("out", ValueRange.ZERO_TO_ONE);

    List<Stage> stages = Stages.shortOnes(network);

    assertThat(stages).hasSize(3);
    assertThat(stages.stream().mapToDouble(Cost::gflopPerMegapixel).sum())
        .isEqualTo(Cost.gflopPerMegapixel(network));
  }

  @Test
  void aStageThatReachesLittleIsNotCutOffWhileSeveralValuesCross() {
    convolution("head", 3, "in");
    convolution("a", 3, "head");
    convolution("b", 3, "a");
    builder.add("sum", new Operation.Addition(), List.of("b", "head"));
    convolution("out", 3, "sum");

    assertThat(Stages.shortOnes(builder.build("out", ValueRange.ZERO_TO_ONE)))
        .extracting(Stage::output)
        .containsExactly("head", "sum", "out");
  }

  @Test
  void longPartsHaveAShareOfTheWorkAndWhatEnlargesIsByItself() {
    convolution("head", 3, "in");
    String before = "head";
    for (int i = 0; i < 16; i++) {
      before = convolution("body" + i, 3, before);
    }
    builder.add("sum", new Operation.Addition(), List.of(before, "head"));
    builder.add("large", new Operation.NearestUpsampling(2), List.of("sum"));
    convolution("out", 1, "large");

    List<Stage> parts = Stages.longParts(builder.build("out", ValueRange.ZERO_TO_ONE));

    assertThat(parts)
        .extracting(Stage::output)
        .containsExactly("head", "body2", "body5", "body8", "body11", "body14", "sum", "out");
    assertThat(parts.get(6).inputs()).containsExactly("body14", "head");
  }

  @Test
  void theWorkingSetIsWhatIsAliveAtOnce() {
    convolution("a", 3, "in");
    builder.add("large", new Operation.NearestUpsampling(2), List.of("a"));
    convolution("out", 3, "large");
    List<Stage> stages = Stages.shortOnes(builder.build("out", ValueRange.ZERO_TO_ONE));

    // Three channels in, three out; then three, three at four times the pixels, and once more.
    assertThat(stages)
        .extracting(WorkingSet::bytesPerPixel)
        .containsExactly(4 * (3 + 3), 4 * (3 * 4 + 3 * 4));
  }

  private String convolution(String name, int kernel, String input) {
    float[] weights = new float[3 * 3 * kernel * kernel];
    return builder.add(
        name, new Operation.Convolution(3, 3, kernel, weights, new float[3]), List.of(input));
  }
}

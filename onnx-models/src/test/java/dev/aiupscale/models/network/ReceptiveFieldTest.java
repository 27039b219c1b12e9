package dev.aiupscale.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReceptiveFieldTest {
  private final NetworkBuilder builder = new NetworkBuilder("in");

  @Test
  void addsTheRadiiOfAChainAndTakesTheFartherBranch() {
    builder.add("a", convolution(3), List.of("in"));
    builder.add("b", convolution(5), List.of("a"));
    builder.add("sum", new Operation.Addition(), List.of("a", "b", "in"));

    assertThat(ReceptiveField.radius(build("sum"))).isEqualTo(3);
  }

  @Test
  void countsLayersBehindAnEnlargementByTheirShareRoundedUpOnce() {
    builder.add("a", convolution(3), List.of("in"));
    builder.add("large", new Operation.NearestUpsampling(4), List.of("a"));
    builder.add("b", convolution(3), List.of("large"));
    builder.add("c", convolution(3), List.of("b"));

    assertThat(ReceptiveField.radius(build("c"))).isEqualTo(2);
  }

  @Test
  void aCubicReachesTwoPixels() {
    builder.add("large", new Operation.BicubicUpsampling(2), List.of("in"));

    assertThat(ReceptiveField.radius(build("large"))).isEqualTo(2);
  }

  @Test
  void workBehindAnEnlargementCountsForEveryPixelThere() {
    builder.add("a", convolution(3), List.of("in"));
    builder.add("large", new Operation.DepthToSpace(2, Operation.ChannelOrder.CRD), List.of("a"));
    builder.add("b", convolution(1), List.of("large"));

    assertThat(Cost.gflopPerMegapixel(build("b"))).isEqualTo((18 + 4 * 2) / 1000.0, within(1e-12));
  }

  @Test
  void refusesToJoinValuesOfUnequalSizes() {
    builder.add("large", new Operation.NearestUpsampling(2), List.of("in"));
    builder.add("sum", new Operation.Addition(), List.of("large", "in"));

    assertThatThrownBy(() -> build("sum").scale())
        .hasMessage("node sum joins values of unequal sizes");
  }

  private Network build(String output) {
    return builder.build(output, ValueRange.ZERO_TO_ONE);
  }

  private static Operation.Convolution convolution(int kernel) {
    return new Operation.Convolution(1, 1, kernel, new float[kernel * kernel], new float[1]);
  }
}

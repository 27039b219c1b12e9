package dev.aiupscale.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {
  @Test
  void aRatioIsTakenRoundByRoundSoThatASlowMachineCancelsOut() {
    Times slow = new Times(List.of(2.0, 20.0, 4.0));
    Times fast = new Times(List.of(1.0, 10.0, 2.0));
    assertThat(slow.over(fast)).isEqualTo(2.0);
    assertThat(fast.over(slow)).isEqualTo(0.5);
  }

  @Test
  void worksOfOtherRoundsAreNotCompared() {
    Times three = new Times(List.of(1.0, 1.0, 1.0));
    Times one = new Times(List.of(1.0));
    assertThatThrownBy(() -> three.over(one)).isInstanceOf(IllegalArgumentException.class);
  }
}

package dev.aiupscale.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {
  @Test
  void oneSlowRoundDoesNotMoveTheMedian() {
    assertThat(Median.of(List.of(3.0, 1.0, 900.0))).isEqualTo(3.0);
  }

  @Test
  void ofAnEvenNumberItIsTheMeanOfTheMiddleTwo() {
    assertThat(Median.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3.0);
  }

  @Test
  void ofOneFigureItIsThatFigure() {
    assertThat(Median.of(List.of(7.5))).isEqualTo(7.5);
  }

  @Test
  void ofNothingThereIsNone() {
    assertThatThrownBy(() -> Median.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}

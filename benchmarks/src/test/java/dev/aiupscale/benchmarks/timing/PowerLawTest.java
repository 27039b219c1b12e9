package dev.aiupscale.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aiupscale.benchmarks.timing.PowerLaw.Point;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerLawTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 1.3, 2})
  void theExponentThatMadeThePointsIsFound(double exponent) {
    PowerLaw law = PowerLaw.fit(points(3, exponent));
    assertThat(law.exponent()).isCloseTo(exponent, within(1e-9));
    assertThat(law.factor()).isCloseTo(3, within(1e-6));
  }

  @Test
  void errorsToBothSidesAreBalanced() {
    List<Point> points =
        List.of(new Point(1, 2), new Point(1, 0.5), new Point(100, 200), new Point(100, 50));
    assertThat(PowerLaw.fit(points).exponent()).isCloseTo(1, within(1e-9));
  }

  @Test
  void oneSizeAloneGivesNoExponent() {
    List<Point> points = List.of(new Point(5, 1), new Point(5, 2));
    assertThatThrownBy(() -> PowerLaw.fit(points)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingWithoutSizeOrTimeCanBeAPoint() {
    assertThatThrownBy(() -> new Point(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Point(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Point> points(double factor, double exponent) {
    return DoubleStream.of(1e5, 4e5, 1e6, 4e6)
        .mapToObj(x -> new Point(x, factor * Math.pow(x, exponent)))
        .toList();
  }
}

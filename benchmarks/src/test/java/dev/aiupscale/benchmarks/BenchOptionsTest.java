package dev.aiupscale.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.benchmarks.measure.Effort;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {
  @Test
  void withoutOptionsTheFullMeasurementRunsOnAGeneratedPhoto() {
    assertThat(BenchOptions.parse())
        .isEqualTo(
            new BenchOptions(
                Effort.FULL,
                false,
                false,
                Optional.empty(),
                1,
                Optional.empty(),
                BenchOptions.USUAL_REDIS,
                Optional.empty()));
  }

  @Test
  void optionsMayStandInAnyOrder() {
    BenchOptions expected =
        new BenchOptions(
            Effort.QUICK,
            false,
            false,
            Optional.empty(),
            1,
            Optional.empty(),
            BenchOptions.USUAL_REDIS,
            Optional.of(Path.of("a.jpg")));
    assertThat(BenchOptions.parse("--photo", "a.jpg", "--quick")).isEqualTo(expected);
    assertThat(BenchOptions.parse("--quick", "--photo", "a.jpg")).isEqualTo(expected);
  }

  @Test
  void memoryAloneCanBeMeasured() {
    assertThat(BenchOptions.parse("--memory").memoryOnly()).isTrue();
  }

  @Test
  void theFleetIsSimulatedInShortToo() {
    BenchOptions options = BenchOptions.parse("--fleet", "--quick");
    assertThat(options.fleet()).isTrue();
    assertThat(options.effort()).isEqualTo(Effort.QUICK);
  }

  @Test
  void theSimulatedFleetCanBeHeldAgainstARunningService() {
    BenchOptions options =
        BenchOptions.parse("--fleet", "--against", "http://localhost:8080", "--workers", "3");
    assertThat(options.against()).hasValue(URI.create("http://localhost:8080"));
    assertThat(options.workers()).isEqualTo(3);
  }

  @Test
  void theCacheOfARunningServiceCanBeMeasured() {
    BenchOptions options = BenchOptions.parse("--cache", "http://localhost:8080", "--quick");
    assertThat(options.cache()).hasValue(URI.create("http://localhost:8080"));
    assertThat(options.redis()).isEqualTo(BenchOptions.USUAL_REDIS);
    assertThat(BenchOptions.parse("--cache", "http://a", "--redis", "redis://b:1").redis())
        .isEqualTo(URI.create("redis://b:1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--fast", "--photo", "--against", "--workers", "--cache", "--redis", ""})
  void whatIsNotUnderstoodIsNamed(String argument) {
    assertThatThrownBy(() -> BenchOptions.parse(argument))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not understood: " + argument);
  }
}

package dev.aiupscale.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteadyMemoryResultTest {
  @Test
  void theLastFifthIsComparedToTheSecondWhichIsWarm() {
    long[] afterJobs = {900, 1, 10, 20, 5, 5, 999, 999, 25, 30};

    SteadyMemoryResult result = SteadyMemoryResult.of("m", afterJobs);

    assertThat(result.warmBytes()).isEqualTo(20);
    assertThat(result.endBytes()).isEqualTo(30);
    assertThat(result.growth()).isEqualTo(1.5);
  }
}

package dev.aiupscale.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BurstTest {
  @Test
  void aJobCostsWhatThePaceOfTheFirstHalfSays() {
    Burst burst =
        new Burst(
            List.of(
                new Burst.Times(0, 1),
                new Burst.Times(0, 1.5),
                new Burst.Times(0, 5),
                new Burst.Times(0, 90)));

    // Two were begun in four seconds, by two workers.
    assertThat(burst.secondsPerJob(2)).isEqualTo(4);
  }
}

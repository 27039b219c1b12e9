package dev.aiupscale.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BurstTest {
  private final Burst burst =
      new Burst(
          List.of(
              new Burst.Times(0, 1, 3),
              new Burst.Times(0, 1, 4),
              new Burst.Times(0, 3.5, 5.5),
              new Burst.Times(0, 4.5, 6.5)));

  @Test
  void countsTheWorkersThatHadAJobAtOneTime() {
    assertThat(burst.workers()).isEqualTo(2);
  }

  @Test
  void aJobCostsItsWorkAndThePauseBeforeTheNext() {
    assertThat(burst.costs()).containsExactly(2.5, 3.5, 2.5, 2.5);
  }
}

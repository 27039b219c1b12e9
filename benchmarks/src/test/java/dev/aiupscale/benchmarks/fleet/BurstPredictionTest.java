package dev.aiupscale.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BurstPredictionTest {
  @Test
  void equalJobsWaitInTurns() {
    double[] arrivals = new double[60];
    double[] costs = new double[60];
    Arrays.fill(costs, 2);

    // Twenty turns of three; the 57th job has 18 turns before it.
    assertThat(BurstPrediction.p95(3, arrivals, costs)).isEqualTo(36);
  }

  @Test
  void jobsThatComeOneAfterTheOtherDoNotWait() {
    assertThat(BurstPrediction.p95(1, new double[] {0, 10, 20}, new double[] {9, 9, 9})).isZero();
  }
}

package dev.aiupscale.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTrackingTest {
  private final TargetTracking tracking = new TargetTracking(10);

  @Test
  void growsInProportionAfterThreeMinutesAbove() {
    assertThat(tracking.minute(25, 4, true)).isEmpty();
    assertThat(tracking.minute(25, 4, true)).isEmpty();
    assertThat(tracking.minute(25, 4, true)).hasValue(10);
  }

  @Test
  void shrinksAfterFifteenMinutesBelowAndNotWhileInstancesAreComing() {
    for (int minute = 1; minute < 15; minute++) {
      assertThat(tracking.minute(5, 4, true)).isEmpty();
    }
    assertThat(tracking.minute(5, 4, false)).isEmpty();
    assertThat(tracking.minute(5, 4, true)).hasValue(2);
  }

  @Test
  void leavesTheGroupAloneBetweenNineTenthsAndTheTarget() {
    for (int minute = 0; minute < 30; minute++) {
      assertThat(tracking.minute(9.5, 4, true)).isEmpty();
    }
  }
}

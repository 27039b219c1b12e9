package dev.aiupscale.api.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPlanTest {
  private final RetryPlan plan = new RetryPlan(new Random(1));

  @Test
  void pausesGrowToHoursAndEnd() {
    assertThat(plan.after(1).orElseThrow())
        .isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
    assertThat(plan.after(3).orElseThrow())
        .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(80));
    assertThat(plan.after(9).orElseThrow()).isBetween(Duration.ofMinutes(90), Duration.ofHours(3));
    assertThat(plan.after(RetryPlan.MAX_TRIES)).isEmpty();
  }

  @Test
  void noTwoReceiversAreCalledAfterTheSamePause() {
    assertThat(plan.after(5)).isNotEqualTo(plan.after(5));
  }
}

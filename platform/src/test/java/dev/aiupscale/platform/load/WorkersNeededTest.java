package dev.aiupscale.platform.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkersNeededTest {
  private final WorkersNeeded needed = new WorkersNeeded(Duration.ofSeconds(60));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aQueueWithoutWorkNeedsNobody() {
    assertThat(after(0, 0, 0)).isZero();
  }

  @Test
  void aCrowdNeedsAWorkerForEachAcceptableWaitOfItsWork() {
    for (int i = 0; i < 60; i++) {
      after(0, 0, 0);
    }

    assertThat(after(10, 1000, 6000)).isEqualTo(110);
  }

  @Test
  void moreWorkersThanJobsAreOfNoUse() {
    for (int i = 0; i < 60; i++) {
      after(0, 0, 0);
    }

    assertThat(after(1, 2, 6000)).isEqualTo(3);
  }

  @Test
  void theUsualLoadKeepsSomeToSpare() {
    double last = 0;
    for (int i = 0; i < 60; i++) {
      last = after(36, 0, 0);
    }

    assertThat(last).isCloseTo(36 + 2.5 * 6, within(1e-9));
  }

  @Test
  void whatWasUsualAQuarterOfAnHourAgoIsForgotten() {
    for (int i = 0; i < 60; i++) {
      after(36, 1, 0.1);
    }
    double last = 1;
    for (int i = 0; i < 61; i++) {
      last = after(0, 0, 0);
    }

    assertThat(last).as("exactly, or the last worker never goes").isZero();
  }

  private double after(long inWork, long waiting, double waitingSeconds) {
    now = now.plusSeconds(15);
    return needed.after(now, inWork, waiting, waitingSeconds);
  }
}

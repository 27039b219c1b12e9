package dev.aiupscale.platform.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.platform.SetClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final SetClock clock = new SetClock();
  private final Breaker breaker = new Breaker(RETRY_AFTER, clock);

  @Test
  void oneAloneWaitsForWhatHangsHoweverLongItTakesToFail() {
    breaker.failed();
    clock.pass(RETRY_AFTER);

    assertThat(breaker.mayAsk()).isTrue();
    for (int second = 0; second < 20; second++) {
      clock.pass(Duration.ofSeconds(1));
      assertThat(breaker.mayAsk()).isFalse();
    }
    breaker.failed();
    clock.pass(RETRY_AFTER);
    assertThat(breaker.mayAsk()).isTrue();
  }

  @Test
  void whoeverNeverSaysHowItWentDoesNotKeepTheOthersOutForEver() {
    breaker.failed();
    clock.pass(RETRY_AFTER);
    assertThat(breaker.mayAsk()).isTrue();

    clock.pass(Duration.ofSeconds(30));

    assertThat(breaker.mayAsk()).isTrue();
  }
}

package dev.aiupscale.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.SetClock;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RedisBreakerTest {
  private final SetClock clock = new SetClock();
  private final RedisBreaker breaker =
      new RedisBreaker(
          new SmallRyeConfigBuilder()
              .withMapping(PlatformConfig.class)
              .build()
              .getConfigMapping(PlatformConfig.class),
          clock);
  private int questions;

  @Test
  void aCacheThatIsDownIsAskedOnceInAWhileHoweverManyWantToKnow() {
    for (int second = 0; second < 20; second++) {
      for (int thread = 0; thread < 50; thread++) {
        assertThat(breaker.ask(failing())).isEmpty();
      }
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(questions).isEqualTo(10);
  }

  @Test
  void onceItAnswersEverybodyAsksAgain() {
    breaker.ask(failing());
    assertThat(breaker.ask(() -> "too early")).isEmpty();
    clock.pass(Duration.ofSeconds(2));

    assertThat(breaker.ask(() -> "first")).hasValue("first");
    assertThat(breaker.ask(() -> "second")).hasValue("second");
  }

  private Supplier<String> failing() {
    return () -> {
      questions++;
      throw new IllegalStateException("down");
    };
  }
}

package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final int MANY = 1000;

  private final BackOff backOff = new BackOff(Duration.ofSeconds(4), new Random(1));

  @Test
  void eachPauseIsTwiceTheOneBeforeGiveOrTakeAHalf() {
    for (int tries = 1; tries <= 5; tries++) {
      Duration middle = Duration.ofSeconds(4L << (tries - 1));
      assertThat(pauses(tries))
          .allSatisfy(
              pause ->
                  assertThat(pause)
                      .isBetween(middle.dividedBy(2), middle.plus(middle.dividedBy(2))));
    }
  }

  @Test
  void manyJobsThatFailTogetherDoNotComeBackTogether() {
    assertThat(pauses(1).distinct().count()).isGreaterThan(MANY / 2);
  }

  @Test
  void noPauseIsLongerThanTenMinutes() {
    assertThat(pauses(60)).allMatch(pause -> pause.compareTo(Duration.ofMinutes(10)) <= 0);
  }

  private Stream<Duration> pauses(int tries) {
    return Stream.generate(() -> backOff.after(tries)).limit(MANY);
  }
}

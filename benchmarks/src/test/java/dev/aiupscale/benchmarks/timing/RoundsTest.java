package dev.aiupscale.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final AtomicLong clock = new AtomicLong();
  private final List<String> ran = new ArrayList<>();

  @Test
  void worksRunInTurnAfterOneRunEachToWarmUp() throws IOException {
    Rounds rounds = new Rounds(2, Duration.ofHours(1), clock::get);
    rounds.interleave(List.of(work("a", 1), work("b", 2)));
    assertThat(ran).containsExactly("a", "b", "a", "b", "a", "b");
  }

  @Test
  void eachWorkGetsItsOwnSeconds() throws IOException {
    Rounds rounds = new Rounds(2, Duration.ofHours(1), clock::get);
    List<Times> times = rounds.interleave(List.of(work("a", 1), work("b", 2)));
    assertThat(times).containsExactly(new Times(List.of(1.0, 1.0)), new Times(List.of(2.0, 2.0)));
  }

  @Test
  void noRoundBeginsWhenTheTimeIsUsedUp() throws IOException {
    Rounds rounds = new Rounds(100, Duration.ofSeconds(7), clock::get);
    List<Times> times = rounds.interleave(List.of(work("a", 1), work("b", 2)));
    assertThat(times.get(0).rounds()).isEqualTo(3);
  }

  @Test
  void worksThatTakeAllOfTheTimeAtOnceRunOnce() throws IOException {
    Rounds rounds = new Rounds(5, Duration.ofSeconds(3), clock::get);
    List<Times> times = rounds.interleave(List.of(work("a", 1), work("b", 2)));
    assertThat(times).containsExactly(new Times(List.of(1.0)), new Times(List.of(2.0)));
    assertThat(ran).containsExactly("a", "b");
  }

  private Work work(String name, int seconds) {
    return () -> {
      ran.add(name);
      clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    };
  }
}

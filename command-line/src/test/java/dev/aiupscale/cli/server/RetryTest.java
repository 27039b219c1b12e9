package dev.aiupscale.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final Deque<Exception> failures = new ArrayDeque<>();
  private double random = 1;
  private final Retry retry = new Retry(pauses::add, () -> random);

  @Test
  void aBusyServerIsAskedAgainWhenItSaidAndALittleLater() throws Exception {
    failures.add(refusal(503, Duration.ofSeconds(40)));
    failures.add(refusal(429, Duration.ofSeconds(10)));

    assertThat(call()).isEqualTo("done");

    assertThat(pauses).containsExactly(Duration.ofSeconds(44), Duration.ofSeconds(11));
    assertThat(notices.get(0)).contains("A_CODE").contains("44 s");
  }

  @Test
  void aServerThatStaysBusyIsLeftAfterHalfAnHour() {
    for (int i = 0; i < 100; i++) {
      failures.add(refusal(503, Duration.ofMinutes(1)));
    }
    random = 0;

    assertThatThrownBy(this::call).isInstanceOf(RefusalException.class);

    assertThat(pauses).hasSize(30);
  }

  @Test
  void pausesDoubleUntilHalfAMinuteAndThenTheServerIsAway() {
    for (int i = 0; i < 20; i++) {
      failures.add(new ConnectException());
    }

    assertThatThrownBy(this::call)
        .isInstanceOf(AwayException.class)
        .hasMessageContaining("takes no connection");

    assertThat(pauses)
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L);
  }

  @Test
  void aConnectionThatAlwaysBreaksIsAFailureOfThisRequestAlone() {
    for (int i = 0; i < 20; i++) {
      failures.add(new IOException("reset"));
    }

    assertThatThrownBy(this::call)
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("CONNECTION_BROKEN")
        .hasMessageContaining("reset");
  }

  @Test
  void pausesAreSpreadOverTheirUpperHalf() throws Exception {
    random = 0;
    failures.add(new IOException("reset"));

    call();

    assertThat(pauses).containsExactly(Duration.ofMillis(250));
  }

  @Test
  void aFailureInTheServerIsTriedAgainAndInTheEndTold() {
    for (int i = 0; i < 20; i++) {
      failures.add(refusal(500, null));
    }

    assertThatThrownBy(this::call).isInstanceOf(RefusalException.class);

    assertThat(pauses).hasSize(7);
  }

  @Test
  void whatIsRefusedForGoodIsNotAskedAgain() {
    failures.add(refusal(422, null));

    assertThatThrownBy(this::call).isInstanceOf(RefusalException.class);

    assertThat(pauses).isEmpty();
  }

  private String call() throws Exception {
    return retry.call(
        () -> {
          Exception failure = failures.poll();
          if (failure instanceof IOException e) {
            throw e;
          }
          if (failure instanceof RefusalException e) {
            throw e;
          }
          return "done";
        },
        notices::add);
  }

  private static RefusalException refusal(int status, @Nullable Duration retryAfter) {
    return new RefusalException(status, new Failure("A_CODE", "A sentence."), retryAfter);
  }
}

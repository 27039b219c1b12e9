package dev.aiupscale.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private Instant now = Instant.EPOCH;
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
  private final RateLimit limit = new RateLimit(clock);

  @Test
  void aMinutesUploadsCanComeAtOnceAndThenOnlyAsFastAsAllowed() {
    for (int i = 0; i < 6; i++) {
      assertThat(limit.take("a", 6)).isEmpty();
    }
    assertThat(limit.take("a", 6)).contains(Duration.ofSeconds(10));

    now = now.plusSeconds(10);
    assertThat(limit.take("a", 6)).isEmpty();
    assertThat(limit.take("a", 6)).contains(Duration.ofSeconds(10));
  }

  @Test
  void oneClientsHasteIsNotAnothers() {
    assertThat(limit.take("a", 1)).isEmpty();
    assertThat(limit.take("a", 1)).isPresent();
    assertThat(limit.take("b", 1)).isEmpty();
  }

  @Test
  void whoWasForgottenForTheCrowdOfOthersHadFullRoomAnyway() {
    limit.take("hasty", 1);
    for (int i = 0; i < 11_000; i++) {
      limit.take("other" + i, 1);
    }
    assertThat(limit.take("hasty", 1)).isPresent();

    now = now.plusSeconds(120);
    assertThat(limit.take("hasty", 1)).isEmpty();
  }
}

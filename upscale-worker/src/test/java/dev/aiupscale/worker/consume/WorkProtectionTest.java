package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.platform.scaling.ScaleInProtection;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkProtectionTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Boolean> told = new ArrayList<>();
  private boolean answers = true;
  private Optional<Instant> workingSince = Optional.empty();
  private final WorkProtection protection =
      new WorkProtection(
          () -> workingSince,
          Optional.of((ScaleInProtection) this::set),
          Duration.ofSeconds(10),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void whatAnEarlierProcessLeftOnIsTurnedOff() {
    protection.look();
    protection.look();

    assertThat(told).containsExactly(false);
  }

  @Test
  void aLongJobProtectsItsMachineUntilItIsDone() {
    workingSince = Optional.of(NOW.minusSeconds(11));
    protection.look();
    protection.look();
    workingSince = Optional.empty();
    protection.look();

    assertThat(told).containsExactly(true, false);
  }

  @Test
  void aShortJobChangesNothing() {
    protection.look();
    workingSince = Optional.of(NOW.minusSeconds(9));
    protection.look();

    assertThat(told).containsExactly(false);
  }

  @Test
  void whatWasNotSetIsTriedAgain() {
    answers = false;
    workingSince = Optional.of(NOW.minusSeconds(11));
    protection.look();
    answers = true;
    protection.look();

    assertThat(told).containsExactly(true);
  }

  private void set(boolean protect) throws IOException {
    if (!answers) {
      throw new IOException("no answer");
    }
    told.add(protect);
  }
}

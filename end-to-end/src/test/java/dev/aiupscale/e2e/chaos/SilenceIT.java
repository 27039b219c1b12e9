package dev.aiupscale.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.e2e.UpscaleClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S3 and SQS take connections and say nothing: worse than being down. */
class SilenceIT {
  /** What one call costs at the most that finds out; all but the first are to cost nothing. */
  private static final Duration FIRST_CALL = Duration.ofSeconds(30);

  private static final int UPLOADS = 20;

  @TempDir Path folder;

  @Test
  void uploadsAreRefusedAtOnceReadinessSaysSoAndWorkGoesOnAfterwards() {
    try (Fleet fleet = new Fleet(folder)) {
      fleet.startAll();
      UpscaleClient client = new UpscaleClient(fleet.api());
      String before = submit(client, 1).id();

      Fleet.STACK.forEach(fleet::halt);
      assertThat(timed(() -> assertThat(client.get("/q/health/ready").status()).isEqualTo(503)))
          .isLessThan(FIRST_CALL);
      submit(client, 2);
      Duration twenty =
          timed(
              () -> {
                for (int i = 0; i < UPLOADS; i++) {
                  UpscaleClient.Answer refused = submit(client, 10 + i);
                  assertThat(refused.status()).isEqualTo(503);
                  assertThat(refused.json().get("code").asText()).isEqualTo("STORAGE_UNAVAILABLE");
                  assertThat(Integer.parseInt(refused.retryAfter())).isPositive();
                }
              });
      assertThat(twenty).isLessThan(FIRST_CALL.multipliedBy(UPLOADS / 4));

      Fleet.STACK.forEach(fleet::goOn);
      fleet.awaitReady();
      client.await(before, "DONE");
      client.await(submit(client, 3).id(), "DONE");
    }
  }

  private static Duration timed(Runnable step) {
    Instant began = Instant.now();
    step.run();
    return Duration.between(began, Instant.now());
  }

  private static UpscaleClient.Answer submit(UpscaleClient client, int number) {
    Picture picture = Picture.of(number);
    return client.submit(picture.bytes(), picture.name(), picture.options());
  }
}

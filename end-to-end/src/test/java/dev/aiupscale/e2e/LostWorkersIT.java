package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A picture that kills every worker is given up, and its owner is told. */
class LostWorkersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningSystem system = RunningSystem.shared();
  private final UpscaleClient client = system.client();

  @Test
  void aJobThatThreeWorkersDiedOfIsADeadLetterAndSaysWhy() {
    int lettersBefore = system.deadLetters();
    byte[] picture = TestImages.busy(1500, 1400, 50, "jpg");
    String id =
        client.submit(picture, "p.jpg", Map.of("model", "esrgan-medium", "scale", "2")).id();
    for (int attempt = 1; attempt <= 3; attempt++) {
      awaitProgress(id, attempt);
      system.killAndReplaceWorker();
    }

    JsonNode job = client.await(id, "FAILED");

    assertThat(job.get("error").get("code").asText()).isEqualTo("WORKER_LOST");
    assertThat(job.get("attempts").asInt()).isEqualTo(3);
    assertThat(system.deadLetters()).isEqualTo(lettersBefore + 1);
  }

  private void awaitProgress(String id, int attempt) {
    Eventually.is(
        PATIENCE,
        () ->
            client.job(id).get("attempts").asInt() == attempt
                && client.job(id).get("progress").asDouble() > 0);
  }
}

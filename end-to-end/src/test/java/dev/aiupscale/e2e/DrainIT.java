package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A worker that is to go takes no more, and hands back what it cannot finish in time. */
class DrainIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningSystem system = RunningSystem.shared();
  private final UpscaleClient client = system.client();

  @Test
  void aSpotNoticeMakesAWorkerHandBackItsJobAndTakeNoOther() {
    try (MachineNotice machine = new MachineNotice()) {
      system.stopWorker();
      system.startWorker(Map.of("WORKER_DRAIN_METADATA_ENDPOINT", machine.endpoint()));
      String id = submitLongJob(40);
      awaitProgress(id, 1);

      machine.interrupt();

      Eventually.is(PATIENCE, () -> state(id).equals("QUEUED"));
      Eventually.is(PATIENCE, () -> !system.isWorkerReady());
      String other = client.submit(TestImages.busy(30, 30, 41, "png"), "o.png", Map.of()).id();
      system.withSecondWorker(
          () -> {
            client.await(other, "DONE");
            assertThat(client.await(id, "DONE").get("attempts").asInt()).isEqualTo(2);
          });
    }
    system.stopWorker();
    system.startWorker();
  }

  @Test
  void triesThatWereHandedBackDoNotCount() {
    String id = submitLongJob(42);
    for (int attempt = 1; attempt <= 3; attempt++) {
      awaitProgress(id, attempt);
      system.stopWorker();
      assertThat(state(id)).isEqualTo("QUEUED");
      system.startWorker();
    }

    assertThat(client.await(id, "DONE").get("attempts").asInt()).isEqualTo(4);
  }

  private String submitLongJob(long seed) {
    byte[] picture = TestImages.busy(900, 900, seed, "jpg");
    return client.submit(picture, "p.jpg", Map.of("model", "esrgan-medium", "scale", "2")).id();
  }

  private void awaitProgress(String id, int attempt) {
    Eventually.is(
        PATIENCE,
        () ->
            client.job(id).get("attempts").asInt() == attempt
                && client.job(id).get("progress").asDouble() > 0);
  }

  private String state(String id) {
    return client.job(id).get("state").asText();
  }
}

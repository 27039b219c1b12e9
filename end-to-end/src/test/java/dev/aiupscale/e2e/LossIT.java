package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What was accepted comes to its end, whatever is lost meanwhile. */
class LossIT {
  private static final Map<String, String> SLIM_2X = Map.of("model", "esrgan-slim", "scale", "2");

  /** A job that is under way for a while. */
  private static final Map<String, String> MEDIUM_2X =
      Map.of("model", "esrgan-medium", "scale", "2");

  private final RunningSystem system = RunningSystem.shared();
  private final UpscaleClient client = system.client();

  @Test
  void aJobWhoseWorkerIsKilledIsDoneByAnother() {
    byte[] picture = TestImages.busy(1000, 900, 20, "jpg");
    String id = client.submit(picture, "p.jpg", MEDIUM_2X).id();
    Eventually.is(Duration.ofSeconds(60), () -> client.job(id).get("progress").asDouble() > 0);

    system.killAndReplaceWorker();

    JsonNode job = client.await(id, "DONE");
    assertThat(job.get("attempts").asInt()).isEqualTo(2);
    assertThat(client.result(id).getWidth()).isEqualTo(2000);
  }

  @Test
  void aWorkerThatStoodStillUntilAnotherWasDoneChangesNothing() {
    byte[] picture = TestImages.busy(900, 800, 28, "jpg");
    String id = client.submit(picture, "p.jpg", MEDIUM_2X).id();
    Eventually.is(Duration.ofSeconds(60), () -> client.job(id).get("progress").asDouble() > 0);

    system.haltWorker();
    system.withSecondWorker(() -> client.await(id, "DONE"));
    JsonNode done = client.job(id);
    byte[] result = client.get("/api/v1/jobs/" + id + "/result").body();
    system.goOnWithWorker();
    byte[] next = TestImages.busy(40, 30, 29, "png");
    client.await(client.submit(next, "n.png", SLIM_2X).id(), "DONE");

    assertThat(client.job(id)).isEqualTo(done);
    assertThat(client.get("/api/v1/jobs/" + id + "/result").body()).isEqualTo(result);
  }

  @Test
  void aLongJobWhoseWorkerIsKilledGoesOnFromItsCheckpointsToTheSameResult() {
    byte[] picture = TestImages.busy(1300, 1100, 27, "png");
    String id = client.submit(picture, "p.png", MEDIUM_2X).id();
    Eventually.is(
        Duration.ofSeconds(120),
        () -> client.job(id).get("progress").asDouble() > 0.5 && system.checkpoints(id) > 0);

    system.killAndReplaceWorker();

    String resumed = client.await(id, "DONE").get("result").get("sha256").asText();
    assertThat(client.job(id).get("attempts").asInt()).isEqualTo(2);
    Eventually.is(Duration.ofSeconds(10), () -> system.checkpoints(id) == 0);
    Map<String, String> again =
        Map.of("model", "esrgan-medium", "scale", "2", "ignoreCache", "true");
    client.submit(picture, "p.png", again);
    assertThat(client.await(id, "DONE").get("result").get("sha256").asText()).isEqualTo(resumed);
  }

  @Test
  void afterRedisWasEmptiedEveryFinishedJobStillAnswers() {
    byte[] picture = TestImages.busy(77, 55, 21, "png");
    String id = client.submit(picture, "p.png", SLIM_2X).id();
    client.await(id, "DONE");

    system.emptyRedis();

    UpscaleClient.Answer first = client.get("/api/v1/jobs/" + id);
    assertThat(first.json().get("state").asText()).isEqualTo("DONE");
    assertThat(first.cache()).isEqualTo("s3");
    assertThat(client.get("/api/v1/jobs/" + id).cache()).isEqualTo("redis");
    assertThat(client.get("/api/v1/jobs/" + id + "/result").cache()).isEqualTo("s3");
    assertThat(client.get("/api/v1/jobs/" + id + "/result").cache()).isEqualTo("redis");
  }

  @Test
  void aJobThatIsErasedWhileItRunsStopsAndStaysGoneAndWhoeverListensIsTold() {
    byte[] picture = TestImages.busy(1000, 900, 22, "jpg");
    String id = client.submit(picture, "p.jpg", MEDIUM_2X).id();
    CompletableFuture<UpscaleClient.Answer> events =
        CompletableFuture.supplyAsync(() -> client.get("/api/v1/jobs/" + id + "/events"));
    Eventually.is(Duration.ofSeconds(60), () -> client.job(id).get("progress").asDouble() > 0);

    assertThat(client.delete("/api/v1/jobs/" + id).status()).isEqualTo(204);

    assertThat(new String(events.join().body(), StandardCharsets.UTF_8))
        .contains("\"state\":\"CANCELLED\"");
    // The worker is free again: the next job is done.
    String next = client.submit(TestImages.busy(40, 40, 23, "png"), "n.png", SLIM_2X).id();
    client.await(next, "DONE");
    assertThat(client.get("/api/v1/jobs/" + id).status()).isEqualTo(404);
    assertThat(client.get("/api/v1/jobs/" + id + "/result").status()).isEqualTo(404);
  }

  @Test
  void aWorkerThatIsToldToStopHandsItsJobBackAtOnce() {
    byte[] picture = TestImages.busy(1000, 900, 24, "jpg");
    String id = client.submit(picture, "p.jpg", MEDIUM_2X).id();
    Eventually.is(Duration.ofSeconds(60), () -> client.job(id).get("progress").asDouble() > 0);

    system.stopWorker();
    assertThat(client.job(id).get("state").asText()).isEqualTo("QUEUED");
    system.startWorker();

    assertThat(client.await(id, "DONE").get("attempts").asInt()).isEqualTo(2);
  }

  @Test
  void aMessageThatIsNoneStopsNobodyAndIsADeadLetter() {
    int lettersBefore = system.deadLetters();
    system.sendMessage("no JSON at all");
    system.sendMessage("{\"version\":99,\"job\":{}}");

    String id = client.submit(TestImages.busy(40, 30, 25, "png"), "n.png", SLIM_2X).id();

    client.await(id, "DONE");
    Eventually.is(Duration.ofSeconds(30), () -> system.deadLetters() == lettersBefore + 2);
  }

  @Test
  void aSecondMessageForARunningJobChangesNothing() {
    byte[] picture = TestImages.busy(900, 900, 26, "jpg");
    String id = client.submit(picture, "p.jpg", MEDIUM_2X).id();
    Eventually.is(Duration.ofSeconds(60), () -> client.job(id).get("progress").asDouble() > 0);
    system.sendAgain(id);
    system.sendAgain(id);

    system.withSecondWorker(
        () -> assertThat(client.await(id, "DONE").get("attempts").asInt()).isEqualTo(1));
  }

  @Test
  void aPictureThatIsSentWhileItsLastJobIsErasedIsDone() {
    for (int round = 0; round < 8; round++) {
      byte[] picture = TestImages.busy(40, 40, 30 + round, "png");
      String first = client.submit(picture, "p.png", SLIM_2X).id();
      CompletableFuture<UpscaleClient.Answer> erased =
          CompletableFuture.supplyAsync(() -> client.delete("/api/v1/jobs/" + first));
      String second = submitWhileToldToComeAgain(picture);

      assertThat(erased.join().status()).isEqualTo(204);
      client.await(second, "DONE");
    }
  }

  /**
   * On a slow machine an erasure takes longer than the API waits for it, and that is what it says.
   */
  private String submitWhileToldToComeAgain(byte[] picture) {
    while (true) {
      UpscaleClient.Answer answer = client.submit(picture, "p.png", Map.of("scale", "3"));
      if (answer.status() != 503) {
        return answer.id();
      }
      LockSupport.parkNanos(Duration.ofSeconds(Long.parseLong(answer.retryAfter())).toNanos());
    }
  }

  @Test
  void theEventsOfAJobThatIsNotThereAreNotFound() {
    assertThat(client.get("/api/v1/jobs/" + "a".repeat(64) + "/events").status()).isEqualTo(404);
  }
}

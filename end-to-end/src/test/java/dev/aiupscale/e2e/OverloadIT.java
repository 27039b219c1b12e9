package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More work than can be done soon is answered at the door, and fairly. */
class OverloadIT {
  private static final Map<String, String> SLIM_2X = Map.of("model", "esrgan-slim", "scale", "2");

  /** Jobs that take longer than it takes to submit one. */
  private static final Map<String, String> MEDIUM_2X =
      Map.of("model", "esrgan-medium", "scale", "2");

  private static final int MANY = 200;

  private final RunningSystem system = RunningSystem.shared();

  /** Before, so that the queue is this test's; after, so that the next one finds room. */
  @BeforeEach
  @AfterEach
  void nothingWaits() {
    Eventually.is(Duration.ofSeconds(120), () -> system.jobMessages() == 0);
  }

  @Test
  void oneClientsManyUploadsDoNotDelayAnothersOne() {
    system.withSecondApi(
        Map.of("API_QUEUE_MAX_WAIT", "PT2H"),
        api -> {
          UpscaleClient busy = api.from("192.0.2.1");
          List<String> many =
              IntStream.range(0, MANY)
                  .parallel()
                  .mapToObj(i -> busy.submit(picture(1000 + i), "p.png", MEDIUM_2X).id())
                  .toList();
          UpscaleClient other = api.from("192.0.2.2");

          other.await(submitted(other, 999).get("id").asText(), "DONE");

          long waiting =
              many.stream()
                  .filter(id -> api.job(id).get("state").asText().equals("QUEUED"))
                  .count();
          assertThat(waiting).isGreaterThan(MANY / 2);
          many.forEach(id -> api.delete("/api/v1/jobs/" + id));
        });
  }

  @Test
  void aFullQueueSaysWhenThereWillBeRoomAndAWaitingJobWhenItWillBeDone() {
    system.stopWorker();
    try {
      system.withSecondApi(
          Map.of("API_QUEUE_MAX_WAIT", "PT4S"),
          api -> {
            JsonNode first = submitted(api.from("192.0.2.3"), 2000);
            UpscaleClient.Answer refused = refusal(api);
            UpscaleClient.Answer again =
                api.from("192.0.2.4").submit(picture(2000), "p.png", SLIM_2X);

            assertThat(again.status()).as("what is known is joined").isEqualTo(200);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("code").asText()).isEqualTo("QUEUE_FULL");
            assertThat(Integer.parseInt(refused.retryAfter())).isPositive();
            int etaOfFirst = first.get("etaSeconds").asInt();
            AtomicInteger seed = new AtomicInteger(3000);
            // Another API sees the queue at its next look, a second later at the most.
            Eventually.is(
                Duration.ofSeconds(20),
                () ->
                    submitted(system.client(), seed.getAndIncrement()).get("etaSeconds").asInt()
                        > etaOfFirst);
          });
    } finally {
      system.startWorker();
    }
  }

  /** Each upload is another client's, so that it is the queue that is full. */
  private static UpscaleClient.Answer refusal(UpscaleClient api) {
    for (int i = 1; ; i++) {
      // The API looks at the queue once a second; until then it does not know.
      assertThat(i).isLessThan(MANY);
      UpscaleClient.Answer answer =
          api.from("192.0.2." + (3 + i)).submit(picture(2000 + i), "p.png", SLIM_2X);
      if (answer.status() != 202) {
        return answer;
      }
    }
  }

  private static JsonNode submitted(UpscaleClient client, long seed) {
    return client.submit(picture(seed), "p.png", SLIM_2X).json();
  }

  private static byte[] picture(long seed) {
    return TestImages.busy(400, 400, seed, "png");
  }
}

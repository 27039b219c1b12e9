package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dry run tells what would come of a submission, and leaves nothing behind. */
class DryRunIT {
  private static final Map<String, String> ASKED = Map.of("scale", "3", "dryRun", "true");

  private final RunningSystem system = RunningSystem.shared();
  private final UpscaleClient client = system.client();

  @Test
  void aDryRunStoresNothingAndForetellsTheJobThatComes() {
    byte[] picture = TestImages.busy(120, 90, 51_001, "jpg");
    long objects = system.objects();
    int messages = system.jobMessages();

    JsonNode prediction = predicted(picture);

    assertThat(system.objects()).isEqualTo(objects);
    assertThat(system.jobMessages()).isEqualTo(messages);
    String id = prediction.get("id").asText();
    assertThat(client.get("/api/v1/jobs/" + id).status()).isEqualTo(404);
    assertThat(prediction.get("state").isNull()).isTrue();
    assertThat(prediction.get("workSeconds").asDouble()).isPositive();
    assertThat(prediction.at("/cost/gflop").asDouble()).isPositive();

    assertThat(client.submit(picture, "p.jpg", Map.of("scale", "3")).id()).isEqualTo(id);
    JsonNode made = client.await(id, "DONE").get("result");
    for (String fact : new String[] {"width", "height", "format"}) {
      assertThat(prediction.at("/result/" + fact)).isEqualTo(made.get(fact));
    }
  }

  @Test
  void aDryRunOfWhatIsDoneTellsItsBytesAndNoWork() {
    byte[] picture = TestImages.busy(60, 50, 51_002, "jpg");
    String id = client.submit(picture, "p.jpg", Map.of("scale", "3")).id();
    JsonNode done = client.await(id, "DONE");

    JsonNode prediction = predicted(picture);

    assertThat(prediction.get("state").asText()).isEqualTo("DONE");
    assertThat(prediction.at("/result/bytes")).isEqualTo(done.at("/result/bytes"));
    assertThat(prediction.get("workSeconds").asDouble()).isZero();
  }

  @Test
  void aDryRunRefusesWhatASubmissionRefuses() {
    byte[] cut = Arrays.copyOf(TestImages.busy(64, 64, 51_003, "png"), 2000);

    UpscaleClient.Answer answer = client.submit(cut, "p.png", ASKED);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("code").asText()).isEqualTo("IMAGE_CORRUPT");
  }

  @Test
  void theEarlierFormRefusesADryRunRatherThanDoTheWork() {
    byte[] picture = TestImages.busy(30, 30, 51_004, "png");

    UpscaleClient.Answer answer = client.post("/upload", picture, "p.png", ASKED);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asText()).contains("dryRun");
  }

  private JsonNode predicted(byte[] picture) {
    UpscaleClient.Answer answer = client.submit(picture, "p.jpg", ASKED);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }
}

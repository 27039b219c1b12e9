package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.job.Sha256;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Pictures on their whole way, through every real part. */
class UpscaleIT {
  private static final Map<String, String> SLIM_2X = Map.of("model", "esrgan-slim", "scale", "2");

  private final RunningSystem system = RunningSystem.shared();
  private final UpscaleClient client = system.client();

  @Test
  void thePublishersFixtureComesOutAsTheirSampleButForTheBorder() throws Exception {
    Map<String, String> options = new HashMap<>(SLIM_2X);
    options.put("format", "png");
    String id = submit(Oracle.fixture(), options);
    client.await(id, "DONE");

    BufferedImage result = client.result(id);

    assertThat(result.getWidth()).isEqualTo(256);
    assertThat(result.getHeight()).isEqualTo(256);
    assertThat(Oracle.distanceInside(result, Oracle.sample2x(), 20)).isLessThanOrEqualTo(1);
  }

  @Test
  void aPhotoBecomesAJpegOfTwiceTheSize() {
    String id = submit(TestImages.busy(641, 427, 1, "jpg"), SLIM_2X);
    JsonNode job = client.await(id, "DONE");

    assertThat(job.get("format").asText()).isEqualTo("jpeg");
    assertThat(job.get("progress").asDouble()).isEqualTo(1);
    assertThat(job.get("engine").asText()).contains("onnxruntime").contains("cpu");
    BufferedImage result = client.result(id);
    assertThat(List.of(result.getWidth(), result.getHeight())).isEqualTo(List.of(1282, 854));
    BufferedImage preview = client.get("/api/v1/jobs/" + id + "/preview?width=320").image();
    assertThat(preview.getWidth()).isEqualTo(320);
  }

  @Test
  void aModelWithoutTheScaleIsReducedToIt() {
    String id =
        submit(
            TestImages.busy(90, 61, 2, "png"),
            Map.of("model", "real-esrgan-general", "scale", "3", "format", "webp"));
    JsonNode job = client.await(id, "DONE");

    assertThat(job.at("/result/width").asInt()).isEqualTo(270);
    assertThat(job.at("/result/height").asInt()).isEqualTo(183);
    assertThat(job.get("notes").toString()).contains("reduced");
  }

  @Test
  void aSizeThatIsAskedForIsMadeToThePixel() {
    byte[] picture = TestImages.busy(90, 61, 12, "png");
    JsonNode job = client.await(submit(picture, Map.of("width", "200")), "DONE");

    assertThat(job.at("/result/width").asInt()).isEqualTo(200);
    assertThat(job.at("/result/height").asInt()).isEqualTo(136);
    BufferedImage result = client.result(job.get("id").asText());
    assertThat(List.of(result.getWidth(), result.getHeight())).isEqualTo(List.of(200, 136));
    String twice = submit(picture, Map.of("height", "122"));
    assertThat(client.submit(picture, "p.png", Map.of("scale", "2")).id()).isEqualTo(twice);
    refused(client.submit(picture, "p.png", Map.of("width", "89")), 400, "OPTION_INVALID");
  }

  @Test
  void transparencyIsKept() {
    String id = submit(TestImages.transparent(80, 60), SLIM_2X);
    client.await(id, "DONE");

    BufferedImage result = client.result(id);

    assertThat(result.getRGB(0, 0) >>> 24).isZero();
    assertThat(result.getRGB(80, 60))
        .satisfies(
            rgb -> {
              assertThat(rgb >>> 24).isEqualTo(255);
              assertThat(rgb >> 16 & 255).isGreaterThan(230);
            });
  }

  @Test
  void theSamePictureTwiceIsOneJob() {
    byte[] picture = TestImages.busy(64, 48, 3, "png");
    UpscaleClient.Answer first = client.submit(picture, "a.png", SLIM_2X);
    UpscaleClient.Answer second = client.submit(picture, "b.png", SLIM_2X);

    assertThat(first.status()).isEqualTo(202);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
    JsonNode done = client.await(first.id(), "DONE");
    assertThat(done.get("run").asInt()).isEqualTo(1);
  }

  @Test
  void whoJoinsAJobIsToldTheirOwnNameAndFieldsAndGetsTheirOwnFileName() {
    byte[] picture = TestImages.busy(40, 30, 33, "png");
    Map<String, String> withField = new HashMap<>(SLIM_2X);
    withField.put("firstField", "1");
    client.submit(picture, "first secret.png", withField);
    withField.remove("firstField");
    withField.put("secondField", "1");

    JsonNode joined = client.submit(picture, "zweites Bild ü.png", withField).json();
    JsonNode done = client.await(joined.get("id").asText(), "DONE");

    assertThat(joined.toString()).doesNotContain("secret", "firstField").contains("'secondField'");
    assertThat(joined.get("uploadName").asText()).isEqualTo("zweites Bild ü.png");
    assertThat(client.disposition(joined.at("/links/result").asText()))
        .contains("zweites%20Bild%20%C3%BC-2x.png");
    assertThat(client.disposition(done.at("/links/result").asText())).contains("first secret");
    JsonNode again = client.get(joined.at("/links/self").asText()).json();
    assertThat(again.toString()).doesNotContain("first secret");
    assertThat(again.at("/links/result")).isEqualTo(joined.at("/links/result"));
  }

  @Test
  void ignoreCacheRunsAgainAndKeepsTheOldResultReadableMeanwhile() {
    byte[] picture = TestImages.busy(64, 48, 4, "png");
    String id = submit(picture, SLIM_2X);
    client.await(id, "DONE");
    Map<String, String> again = new HashMap<>(SLIM_2X);
    again.put("ignoreCache", "true");

    UpscaleClient.Answer second = client.submit(picture, "a.png", again);

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.id()).isEqualTo(id);
    assertThat(second.json().get("run").asInt()).isEqualTo(2);
    assertThat(client.get("/api/v1/jobs/" + id + "/result").status()).isEqualTo(200);
    assertThat(client.await(id, "DONE").get("run").asInt()).isEqualTo(2);
  }

  @Test
  void tenPicturesAtOnceEachGetTheirOwnPixelsBack() {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Color color = new Color(20 + 22 * i, 240 - 20 * i, 10 * i);
      all.add(CompletableFuture.runAsync(() -> comesBackIn(color)));
    }
    all.forEach(CompletableFuture::join);
  }

  private void comesBackIn(Color color) {
    String id = submit(TestImages.flat(50, 40, color), SLIM_2X);
    client.await(id, "DONE");
    int rgb = client.result(id).getRGB(50, 40);
    Color got = new Color(rgb);
    int off =
        Math.max(
            Math.abs(got.getRed() - color.getRed()),
            Math.max(
                Math.abs(got.getGreen() - color.getGreen()),
                Math.abs(got.getBlue() - color.getBlue())));
    assertThat(off).as("%s came back as %s", color, got).isLessThanOrEqualTo(6);
  }

  @Test
  void whatIsDeletedIsGone() {
    String id = submit(TestImages.busy(30, 30, 5, "png"), SLIM_2X);
    client.await(id, "DONE");

    assertThat(client.delete("/api/v1/jobs/" + id).status()).isEqualTo(204);

    assertThat(client.get("/api/v1/jobs/" + id).status()).isEqualTo(404);
    assertThat(client.get("/api/v1/jobs/" + id + "/result").status()).isEqualTo(404);
  }

  @Test
  void theEarlierSystemsStressPatternEndsWell() {
    byte[] picture = TestImages.busy(120, 90, 6, "jpg");
    Map<String, String> form = Map.of("upscalingOption", "x4", "ignoreCache", "on");
    for (int round = 0; round < 5; round++) {
      List<CompletableFuture<UpscaleClient.Answer>> posts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        posts.add(
            CompletableFuture.supplyAsync(() -> client.post("/upload", picture, "cat.jpg", form)));
      }
      posts.forEach(post -> assertThat(post.join().status()).isEqualTo(200));
    }
    String imageId = Sha256.of(picture);
    String id = client.get("/api/result/" + imageId).id();
    client.await(id, "DONE");
    assertThat(client.get("/image/upscaled/" + imageId).image().getWidth()).isEqualTo(480);
    assertThat(client.get("/image/original/" + imageId).body()).startsWith(0xff, 0xd8);
  }

  @Test
  void anUploadThatIsNoPictureLeavesNothingBehind() {
    byte[] png = TestImages.busy(200, 200, 7, "png");
    byte[] truncated = Arrays.copyOf(png, png.length / 2);
    long before = system.objects();

    refused(
        client.submit("only text".getBytes(StandardCharsets.UTF_8), "t.png", SLIM_2X),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    refused(client.submit(new byte[0], "e.png", SLIM_2X), 400, "IMAGE_EMPTY");
    refused(client.submit(truncated, "c.png", SLIM_2X), 422, "IMAGE_CORRUPT");

    assertThat(system.objects()).isEqualTo(before);
  }

  private static void refused(UpscaleClient.Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
  }

  private String submit(byte[] picture, Map<String, String> options) {
    UpscaleClient.Answer answer = client.submit(picture, "picture", options);
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
    return answer.id();
  }
}

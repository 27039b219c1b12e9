package dev.aiupscale.e2e.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.e2e.RunningSystem;
import dev.aiupscale.e2e.TestImages;
import dev.aiupscale.e2e.cases.MultipartForm;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The API answers as its document says, and in each way that the document knows. */
class ApiDocumentIT {
  private static final String KEY = "a key that nobody guesses";
  private static final String NOBODYS = "0".repeat(64);
  private static final String LASTING = "f".repeat(64);

  private final RunningSystem system = RunningSystem.shared();
  private final CheckedClient client = new CheckedClient(system.baseUri());

  @Test
  void theExamplesFitTheirSchemas() {
    assertThat(client.document().faultsOfExamples()).isEmpty();
  }

  @Test
  void aPageShowsTheDocument() {
    HttpResponse<byte[]> page = client.plain("/q/swagger-ui/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("swagger-ui");
  }

  /** All but a fault of the service itself, which nobody can ask for. */
  @Test
  void eachDocumentedAnswerCanBeHad() {
    askForAllThatWorks();
    askForWhatIsWrong();
    askForWhatIsNotDone();
    Set<String> seen = new TreeSet<>(client.seen());
    system.withApiWhoseStorageGoes(
        (base, cut) -> {
          CheckedClient other = client.at(base);
          cut.run();
          askWithoutStorage(other);
          seen.addAll(other.seen());
        });

    system.withSecondApi(
        "-Xmx512m",
        Map.of(
            "API_KEYS_TEXT",
            "hasty " + Sha256.of(KEY.getBytes(StandardCharsets.UTF_8)) + " 1",
            "API_DIRECT_ENDPOINT",
            ""),
        base -> {
          CheckedClient other = client.at(base);
          askWithoutKey(other);
          askWithKey(other);
          seen.addAll(other.seen());
        });

    Set<String> missing = new TreeSet<>(client.document().answers());
    missing.removeIf(answer -> answer.endsWith(" 500"));
    missing.removeAll(seen);
    assertThat(missing).isEmpty();
  }

  private void askForAllThatWorks() {
    byte[] picture = TestImages.busy(40, 30, 41_001, "png");
    String id = id(client.submit("/api/v1/jobs", form(picture)));
    system.client().await(id, "DONE");
    client.submit("/api/v1/jobs", form(picture));
    String imageId = Sha256.of(picture);
    client.get("/api/v1/jobs?imageId=" + imageId);
    client.get("/api/v1/jobs/" + id + "/events");
    client.get("/api/v1/jobs/" + id + "/preview?width=16");
    client.get("/api/v1/models");
    client.get("/api/v1/jobs/" + id + "/result?delivery=redirect");
    client.submit("/api/v1/uploads", bytes("5"));
    client.call("DELETE", "/api/v1/uploads/" + NOBODYS, Map.of(), BodyPublishers.noBody());
    client.get("/result/" + id);
    for (String path : new String[] {"/api/result/" + imageId, "/api/v1/jobs/" + id}) {
      HttpResponse<byte[]> job = client.get(path);
      assertThat(client.get(path, "If-None-Match", etag(job)).statusCode()).isEqualTo(304);
    }
    for (String path :
        new String[] {
          "/api/v1/jobs/" + id + "/result",
          "/api/v1/jobs/" + id + "/original",
          "/image/original/" + imageId,
          "/image/upscaled/" + imageId
        }) {
      HttpResponse<byte[]> whole = client.get(path);
      String tag = etag(whole);
      assertThat(client.get(path, "If-None-Match", "W/" + tag).statusCode()).isEqualTo(304);
      assertThat(client.get(path, "If-Match", tag).statusCode()).isEqualTo(200);
      client.get(path, "If-Match", "\"other\"");
      HttpResponse<byte[]> part = client.get(path, "Range", "bytes=3-5", "If-Range", tag);
      assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 3, 6));
      HttpResponse<byte[]> renewed = client.get(path, "Range", "bytes=3-5", "If-Range", "\"old\"");
      assertThat(renewed.body()).isEqualTo(whole.body());
      HttpResponse<byte[]> outside = client.get(path, "Range", "bytes=99999999-");
      assertThat(outside.headers().firstValue("Content-Range"))
          .hasValue("bytes */" + whole.body().length);
    }
    client.call("DELETE", "/api/v1/jobs/" + id, Map.of(), BodyPublishers.noBody());
    MultipartForm earlier = form(picture);
    earlier.text("upscalingOption", "x2");
    client.submit("/upload", earlier);
  }

  private void askForWhatIsWrong() {
    for (String end : new String[] {"", "/events", "/result", "/original", "/preview"}) {
      client.get("/api/v1/jobs/" + NOBODYS + end);
    }
    client.call("DELETE", "/api/v1/jobs/" + NOBODYS, Map.of(), BodyPublishers.noBody());
    client.get("/result/" + NOBODYS);
    client.get("/image/original/" + NOBODYS);
    client.get("/image/upscaled/" + NOBODYS);
    client.get("/api/result/" + NOBODYS);
    client.get("/api/v1/jobs?imageId=mine");
    client.get("/api/v1/jobs/" + NOBODYS + "/result?delivery=pigeon");
    client.submit("/api/v1/uploads", bytes("few"));
    client.submit("/api/v1/uploads", bytes("99999999999"));
    client.call(
        "POST",
        "/api/v1/uploads",
        Map.of("Content-Type", "text/plain"),
        BodyPublishers.ofString("5"));
    client.call("PUT", "/api/v1/models", Map.of(), BodyPublishers.noBody());
    client.get("/api/v1/models", "Accept", "image/png");
    for (String route : new String[] {"/api/v1/jobs", "/upload"}) {
      client.submit(route, new MultipartForm());
      client.submit(route, form("no picture".getBytes(StandardCharsets.UTF_8)));
      byte[] whole = TestImages.busy(64, 64, 41_002, "png");
      client.submit(route, form(Arrays.copyOf(whole, whole.length / 2)));
      client.submit(route, form(TestImages.ofDeclaredSize(60_000, 60_000)));
    }
  }

  private void askForWhatIsNotDone() {
    system.stopWorker();
    byte[] picture = TestImages.busy(40, 30, 41_003, "png");
    String id = id(client.submit("/api/v1/jobs", form(picture)));
    client.get("/api/v1/jobs/" + id + "/result");
    client.get("/api/v1/jobs/" + id + "/preview?width=3");
    client.get("/api/v1/jobs/" + id + "/preview");
    client.get("/image/upscaled/" + id);
    system.startWorker();
  }

  /** Of pictures and jobs that are in no cache. */
  private static void askWithoutStorage(CheckedClient other) {
    for (String end : new String[] {"", "/events", "/result", "/original", "/preview"}) {
      other.get("/api/v1/jobs/" + NOBODYS + end);
    }
    other.get("/api/v1/jobs?imageId=" + NOBODYS);
    other.call("DELETE", "/api/v1/jobs/" + NOBODYS, Map.of(), BodyPublishers.noBody());
    other.get("/result/" + NOBODYS);
    other.get("/image/original/" + NOBODYS);
    other.get("/image/upscaled/" + NOBODYS);
    other.get("/api/result/" + NOBODYS);
    other.call("DELETE", "/api/v1/uploads/" + LASTING, Map.of(), BodyPublishers.noBody());
    other.submit("/api/v1/uploads", bytes("5"));
    other.submit("/api/v1/jobs", form(TestImages.busy(40, 30, 41_004, "png")));
    other.submit("/upload", form(TestImages.busy(40, 30, 41_005, "png")));
  }

  private static void askWithoutKey(CheckedClient other) {
    askWithoutStorage(other);
    other.get("/api/v1/models");
  }

  /** Which lets one picture a minute pass. */
  private static void askWithKey(CheckedClient other) {
    String[] key = {"Authorization", "Bearer " + KEY};
    other.get("/api/v1/jobs?imageId=" + NOBODYS, key);
    other.call("DELETE", "/api/v1/uploads/" + NOBODYS, Map.of(), BodyPublishers.noBody(), key);
    for (String route :
        new String[] {"/api/v1/uploads", "/api/v1/uploads", "/api/v1/jobs", "/upload"}) {
      MultipartForm form = form(TestImages.busy(40, 30, 41_006, "png"));
      other.call(
          "POST",
          route,
          Map.of("Content-Type", form.contentType()),
          BodyPublishers.ofByteArray(form.body()),
          key);
    }
  }

  private static MultipartForm bytes(String size) {
    MultipartForm form = new MultipartForm();
    form.text("bytes", size);
    return form;
  }

  static MultipartForm form(byte[] picture) {
    MultipartForm form = new MultipartForm();
    form.file("image", "a.png", "image/png", picture);
    return form;
  }

  private static String id(HttpResponse<byte[]> submitted) {
    JsonNode job = CheckedClient.json(submitted);
    return job.get("id").asText();
  }

  private static String etag(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}

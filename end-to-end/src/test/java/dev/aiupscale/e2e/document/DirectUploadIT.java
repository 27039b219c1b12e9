package dev.aiupscale.e2e.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.e2e.RunningSystem;
import dev.aiupscale.e2e.TestImages;
import dev.aiupscale.e2e.cases.MultipartForm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pictures that go to the store, and come from it, past the API. */
class DirectUploadIT {
  private final RunningSystem system = RunningSystem.shared();
  private final CheckedClient client = new CheckedClient(system.baseUri());
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aFileInTheStoreBecomesTheJobThatItWouldBeInTheForm() throws Exception {
    byte[] picture = TestImages.busy(41, 31, 57_001, "png");
    JsonNode upload = CheckedClient.json(begin(String.valueOf(picture.length)));
    String id = upload.get("id").asText();
    assertThat(code(submit(id))).as("before it is put there").isEqualTo("IMAGE_MISSING");
    assertThat(put(upload, picture).statusCode()).isEqualTo(200);

    HttpResponse<byte[]> submitted = submit(id, "name", "böse/.. chair.png", "scale", "3");

    assertThat(submitted.statusCode()).isEqualTo(202);
    JsonNode job = CheckedClient.json(submitted);
    assertThat(job.get("uploadName").asText()).isEqualTo(". chair.png");
    assertThat(submit(id, "scale", "3").statusCode()).as("sent twice").isEqualTo(200);
    assertThat(submit(id, "dryRun", "true", "scale", "2").statusCode()).isEqualTo(200);
    MultipartForm form = ApiDocumentIT.form(picture);
    form.text("scale", "3");
    JsonNode sent = CheckedClient.json(client.submit("/api/v1/jobs", form));
    assertThat(sent.get("id")).isEqualTo(job.get("id"));
    assertThat(system.client().await(job.get("id").asText(), "DONE")).isNotNull();

    delete(id);
    assertThat(code(submit(id))).as("after it was erased").isEqualTo("IMAGE_MISSING");
  }

  @Test
  void aResultComesFromTheStoreItselfUnderItsNameAndType() throws Exception {
    MultipartForm form = ApiDocumentIT.form(TestImages.busy(43, 30, 57_002, "png"));
    String id = CheckedClient.json(client.submit("/api/v1/jobs", form)).get("id").asText();
    system.client().await(id, "DONE");
    String path = "/api/v1/jobs/" + id + "/result?name=chair.png";
    HttpResponse<byte[]> streamed = client.get(path);

    HttpResponse<byte[]> answer = client.get(path + "&delivery=redirect");

    assertThat(answer.statusCode()).isEqualTo(307);
    URI address = URI.create(answer.headers().firstValue("Location").orElseThrow());
    HttpResponse<byte[]> direct = send(HttpRequest.newBuilder(address));
    assertThat(direct.body()).isEqualTo(streamed.body());
    for (String header : new String[] {"Content-Type", "Content-Disposition"}) {
      assertThat(direct.headers().firstValue(header))
          .isEqualTo(streamed.headers().firstValue(header));
    }
    assertThat(send(HttpRequest.newBuilder(address).header("Range", "bytes=3-5")).body())
        .hasSize(3);
    String tag = streamed.headers().firstValue("ETag").orElseThrow();
    assertThat(client.get(path + "&delivery=redirect", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(client.call("HEAD", path + "&delivery=redirect", Map.of(), BodyPublishers.noBody()))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    assertThat(code(client.get(path + "&delivery=pigeon"))).isEqualTo("OPTION_INVALID");
  }

  @Test
  void anUploadThatCannotBeIsRefusedBeforeItBegins() {
    assertThat(code(begin("0"))).isEqualTo("OPTION_INVALID");
    assertThat(code(begin("many"))).isEqualTo("OPTION_INVALID");
    assertThat(code(begin("99999999999999"))).isEqualTo("IMAGE_TOO_LARGE");
    assertThat(code(submit("../results/x"))).isEqualTo("IMAGE_MISSING");
    assertThat(code(submit("0".repeat(64)))).isEqualTo("IMAGE_MISSING");
    MultipartForm both = ApiDocumentIT.form(TestImages.busy(9, 9, 57_003, "png"));
    both.text("upload", "0".repeat(64));
    assertThat(code(client.submit("/api/v1/jobs", both))).isEqualTo("OPTION_INVALID");
  }

  private HttpResponse<byte[]> begin(String bytes) {
    MultipartForm form = new MultipartForm();
    form.text("bytes", bytes);
    return client.submit("/api/v1/uploads", form);
  }

  private HttpResponse<byte[]> submit(String upload, String... options) {
    MultipartForm form = new MultipartForm();
    form.text("upload", upload);
    for (int i = 0; i < options.length; i += 2) {
      form.text(options[i], options[i + 1]);
    }
    return client.submit("/api/v1/jobs", form);
  }

  private void delete(String upload) {
    assertThat(
            client
                .call("DELETE", "/api/v1/uploads/" + upload, Map.of(), BodyPublishers.noBody())
                .statusCode())
        .isEqualTo(204);
  }

  private HttpResponse<byte[]> put(JsonNode upload, byte[] content) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(upload.get("url").asText()))
            .PUT(BodyPublishers.ofByteArray(content)));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String code(HttpResponse<byte[]> answer) {
    return CheckedClient.json(answer).path("code").asText();
  }
}

package dev.aiupscale.e2e.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.e2e.RunningSystem;
import dev.aiupscale.e2e.TestImages;
import dev.aiupscale.e2e.cases.MultipartForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A key opens its tenant's part, and no other's. */
class TenantsIT {
  private static final byte[] PICTURE = TestImages.busy(30, 20, 56_001, "png");
  private static final String SITE = "https://shop.example";
  private static final String ALLOWED_ORIGIN = "Access-Control-Allow-Origin";
  private static final String OURS = "Bearer key-one";

  /** A scheme may be written in lower case. */
  private static final String THEIRS = "bearer key-two";

  private static final String KEYS =
      String.join(
          "\n",
          "# tenant, hash, uploads a minute, share",
          "one " + hash("key-one"),
          "two " + hash("key-two") + " 100 0.25",
          "hasty " + hash("key-three") + " 1");

  private final HttpClient http = HttpClient.newHttpClient();

  private static String hash(String key) {
    return Sha256.of(key.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tenantsShareNothingAndSeeNothingOfEachOther() {
    RunningSystem.shared()
        .withSecondApi(
            "-Xmx512m",
            Map.of(
                "API_KEYS_TEXT",
                KEYS,
                "UPSCALE_LOG_JSON",
                "true",
                "QUARKUS_HTTP_CORS_ENABLED",
                "true",
                "QUARKUS_HTTP_CORS_ORIGINS",
                SITE),
            base -> {
              askAsSeveral(base);
              askFromPages(base);
            });
  }

  private void askAsSeveral(URI base) {
    assertThat(call(base, "GET", "/api/v1/models", "").statusCode()).isEqualTo(401);
    assertThat(call(base, "GET", "/api/v1/models", "Bearer wrong").statusCode()).isEqualTo(401);
    assertThat(call(base, "GET", "/", "").statusCode()).as("the page itself").isEqualTo(200);
    String password =
        Base64.getEncoder().encodeToString("any:key-one".getBytes(StandardCharsets.UTF_8));
    assertThat(call(base, "GET", "/api/v1/models", "Basic " + password).statusCode())
        .isEqualTo(200);

    HttpResponse<byte[]> ours = submit(base, OURS);
    HttpResponse<byte[]> theirs = submit(base, THEIRS);
    assertThat(List.of(ours.statusCode(), theirs.statusCode())).containsOnly(202);
    assertThat(submit(base, OURS).statusCode()).as("our own again").isEqualTo(200);
    String job = CheckedClient.json(ours).get("id").asText();
    String image = CheckedClient.json(ours).get("imageId").asText();
    assertThat(CheckedClient.json(theirs).get("id").asText()).isNotEqualTo(job);
    assertThat(CheckedClient.json(theirs).get("imageId").asText()).isNotEqualTo(image);

    for (String path : waysTo(job, image)) {
      assertThat(call(base, "GET", path, THEIRS).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(call(base, "DELETE", "/api/v1/jobs/" + job, THEIRS).statusCode()).isEqualTo(404);
    assertThat(call(base, "GET", "/api/v1/jobs/" + job, OURS).statusCode()).isEqualTo(200);
    assertThat(call(base, "GET", "/image/original/" + image, OURS).statusCode()).isEqualTo(200);

    String upload = uploaded(base, OURS);
    assertThat(call(base, "DELETE", "/api/v1/uploads/" + upload, THEIRS).statusCode())
        .isEqualTo(404);
    assertThat(submitUploaded(base, THEIRS, upload).statusCode()).isEqualTo(400);
    assertThat(submitUploaded(base, OURS, upload).statusCode()).isEqualTo(200);

    assertThat(linesAbout(job)).as("what the log says of our job").isNotEmpty();

    assertThat(submit(base, "Bearer key-three").statusCode()).isEqualTo(202);
    HttpResponse<byte[]> hasty = submit(base, "Bearer key-three");
    assertThat(hasty.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(hasty.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
  }

  /** A browser asks first, without the key, and its page must be able to read refusals. */
  private void askFromPages(URI base) {
    HttpRequest.Builder preflight =
        HttpRequest.newBuilder(base.resolve("/api/v1/jobs"))
            .method("OPTIONS", BodyPublishers.noBody())
            .headers("Access-Control-Request-Method", "POST")
            .headers("Access-Control-Request-Headers", "Authorization");
    HttpResponse<byte[]> allowed = send(preflight.copy().header("Origin", SITE));
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.headers().firstValue(ALLOWED_ORIGIN)).hasValue(SITE);
    HttpRequest.Builder models = HttpRequest.newBuilder(base.resolve("/api/v1/models"));
    HttpResponse<byte[]> refused = send(models.copy().header("Origin", SITE));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue(ALLOWED_ORIGIN)).hasValue(SITE);
    HttpResponse<byte[]> other = send(models.copy().header("Origin", "https://other.example"));
    assertThat(other.headers().firstValue(ALLOWED_ORIGIN)).isEmpty();
  }

  private static List<String> waysTo(String job, String image) {
    String escaped = "%" + Integer.toHexString(job.charAt(0)) + job.substring(1);
    return List.of(
        "/api/v1/jobs/" + job,
        "/api/v1/jobs/" + job + "/events",
        "/api/v1/jobs/" + job + "/result",
        "/api/v1/jobs/" + job + "/original",
        "/api/v1/jobs/" + job + "/preview",
        "/api/v1/jobs?imageId=" + image,
        "/api/result/" + image,
        "/api/result/" + job,
        "/image/original/" + image,
        "/image/upscaled/" + image,
        "/result/" + job,
        "/api/v1/jobs/" + escaped,
        "/api/v1/jobs/" + job + ";a=b",
        "//api/v1/jobs/" + job,
        "/api;a=b/v1/jobs/" + job,
        "/css/../api/v1/jobs/" + job);
  }

  /** The log's lines, each an object, that name a job. */
  private static List<JsonNode> linesAbout(String job) {
    try {
      List<JsonNode> lines = new ArrayList<>();
      for (String line : RunningSystem.shared().log("api-service").lines().toList()) {
        if (line.startsWith("{")) {
          lines.add(Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class));
        }
      }
      lines.removeIf(line -> !line.at("/mdc/jobId").asText().equals(job));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the picture into the store. */
  private String uploaded(URI base, String authorization) {
    MultipartForm form = new MultipartForm();
    form.text("bytes", String.valueOf(PICTURE.length));
    JsonNode upload = CheckedClient.json(post(base, "/api/v1/uploads", authorization, form));
    URI address = URI.create(upload.get("url").asText());
    HttpRequest.Builder put =
        HttpRequest.newBuilder(address).PUT(BodyPublishers.ofByteArray(PICTURE));
    assertThat(send(put).statusCode()).isEqualTo(200);
    return upload.get("id").asText();
  }

  private HttpResponse<byte[]> submitUploaded(URI base, String authorization, String upload) {
    MultipartForm form = new MultipartForm();
    form.text("upload", upload);
    return post(base, "/api/v1/jobs", authorization, form);
  }

  private HttpResponse<byte[]> submit(URI base, String authorization) {
    return post(base, "/api/v1/jobs", authorization, ApiDocumentIT.form(PICTURE));
  }

  private HttpResponse<byte[]> post(
      URI base, String path, String authorization, MultipartForm form) {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", authorization)
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.body())));
  }

  private HttpResponse<byte[]> call(URI base, String method, String path, String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.noBody());
    return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

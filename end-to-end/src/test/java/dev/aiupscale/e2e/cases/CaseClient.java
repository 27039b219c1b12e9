package dev.aiupscale.e2e.cases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends what a case says, as it says it, and shows the answer with its headers. */
final class CaseClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();

  CaseClient(URI base) {
    this.base = base;
  }

  HttpResponse<byte[]> send(Case sample) {
    JsonNode raw = sample.told().path("raw");
    MultipartForm form = sample.form();
    String type = raw.path("content_type").asText(form.contentType());
    if (raw.has("body")) {
      return post(type, MultipartForm.utf8(raw.get("body").asText()));
    }
    return post(type, raw.path("no_end").asBoolean() ? form.bodyWithoutItsEnd() : form.body());
  }

  HttpResponse<byte[]> get(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build());
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return Json.read(answer.body(), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private HttpResponse<byte[]> post(String type, byte[] body) {
    return send(
        HttpRequest.newBuilder(base.resolve("/api/v1/jobs"))
            .timeout(PATIENCE)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

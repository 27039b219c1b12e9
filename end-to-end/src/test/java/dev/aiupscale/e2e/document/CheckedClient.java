package dev.aiupscale.e2e.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.e2e.cases.MultipartForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A client that holds each answer against the API's document. */
final class CheckedClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ApiDocument document;
  private final Set<String> seen = new TreeSet<>();

  CheckedClient(URI base) {
    this.base = base;
    this.document = new ApiDocument(json(send("GET", "/q/openapi?format=json", Map.of())));
  }

  /** The same document and memory, at another server. */
  private CheckedClient(URI base, CheckedClient other) {
    this.base = base;
    this.document = other.document;
    this.seen.addAll(other.seen);
  }

  CheckedClient at(URI other) {
    return new CheckedClient(other, this);
  }

  ApiDocument document() {
    return document;
  }

  /** The documented answers that came so far. */
  Set<String> seen() {
    return seen;
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return call("GET", path, Map.of(), BodyPublishers.noBody(), headers);
  }

  /** Of a path that the document does not speak of. */
  HttpResponse<byte[]> plain(String path) {
    return send("GET", path, Map.of());
  }

  HttpResponse<byte[]> submit(String path, MultipartForm form) {
    Map<String, String> type = Map.of("Content-Type", form.contentType());
    return call("POST", path, type, BodyPublishers.ofByteArray(form.body()));
  }

  HttpResponse<byte[]> call(
      String method, String path, Map<String, String> headers, BodyPublisher body, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).method(method, body);
    headers.forEach(request::header);
    if (more.length > 0) {
      request.headers(more);
    }
    HttpResponse<byte[]> answer = send(request.build());
    document.check(method, path, answer).ifPresent(seen::add);
    return answer;
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return Json.read(answer.body(), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<byte[]> send(String method, String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).method(method, BodyPublishers.noBody());
    headers.forEach(request::header);
    return send(request.build());
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(request.toString(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

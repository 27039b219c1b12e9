package dev.aiupscale.benchmarks.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A running service, as a client of its API sees it. */
final class Service {
  private static final String BOUNDARY = "----a-boundary-no-picture-has";
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();

  Service(URI base) {
    this.base = base;
  }

  /**
   * Sends a picture.
   *
   * @param model the catalogue id
   * @return the job's id
   * @throws IOException when it was not taken
   */
  String submit(byte[] picture, String model) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    write(body, part("model", "") + model);
    write(body, part("image", "; filename=\"p.png\""));
    body.writeBytes(picture);
    write(body, "\r\n--%s--\r\n".formatted(BOUNDARY));
    HttpResponse<byte[]> answer =
        send(
            request("/api/v1/jobs")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    if (answer.statusCode() != 202 && answer.statusCode() != 200) {
      throw new IOException("a picture was not taken: status " + answer.statusCode());
    }
    return json(answer).get("id").asText();
  }

  JsonNode job(String id) throws IOException {
    return json(send(request("/api/v1/jobs/" + id).build()));
  }

  /**
   * The job when it is done.
   *
   * @throws IOException when it ends otherwise
   */
  JsonNode done(String id) throws IOException {
    while (true) {
      JsonNode job = job(id);
      switch (job.get("state").asText()) {
        case "DONE" -> {
          return job;
        }
        case "FAILED", "CANCELLED" -> throw new IOException("job " + id + ": " + job.get("error"));
        default -> pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK_EVERY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String part(String name, String more) {
    return "\r\n--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
        .formatted(BOUNDARY, name, more);
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    return Json.read(answer.body(), JsonNode.class);
  }
}

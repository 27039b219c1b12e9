package dev.aiupscale.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;

/** What a client of the API does. */
public final class UpscaleClient {
  private static final String BOUNDARY = "----a-boundary-no-picture-has";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final URI base;
  private final String address;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  public UpscaleClient(URI base) {
    this(base, "127.0.0.1");
  }

  private UpscaleClient(URI base, String address) {
    this.base = base;
    this.address = address;
  }

  /** Another client, as a proxy before the API shows it. */
  UpscaleClient from(String otherAddress) {
    return new UpscaleClient(base, otherAddress);
  }

  /** An answer with its body whole. */
  public record Answer(int status, String type, String cache, String retryAfter, byte[] body) {
    public JsonNode json() {
      try {
        return Json.read(body, JsonNode.class);
      } catch (IOException e) {
        throw new UncheckedIOException(new String(body, StandardCharsets.UTF_8), e);
      }
    }

    /** The id of the job that was accepted. */
    public String id() {
      if (status != 200 && status != 202) {
        throw new AssertionError(status + " " + new String(body, StandardCharsets.UTF_8));
      }
      return json().get("id").asText();
    }

    public BufferedImage image() {
      try {
        return ImageIO.read(new ByteArrayInputStream(body));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public Answer submit(byte[] image, String name, Map<String, String> options) {
    return post("/api/v1/jobs", image, name, options);
  }

  /** Posts a form with the picture in the field {@code image}; redirects are followed. */
  public Answer post(String path, byte[] image, String name, Map<String, String> options) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    options.forEach((field, value) -> write(body, part("name=\"" + field + "\"") + value + "\r\n"));
    write(body, part("name=\"image\"; filename=\"" + name + "\""));
    body.writeBytes(image);
    write(body, "\r\n--" + BOUNDARY + "--\r\n");
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  public Answer get(String path) {
    return send(request(path).build());
  }

  /** The job once it is over, or as it is after a second. */
  public Answer getWaiting(String path) {
    return send(request(path).header("Prefer", "wait=1").build());
  }

  /** What the stream of a job's events tells until it ends, or for {@code time}. */
  public List<JsonNode> events(String id, Duration time) {
    EventLines lines = new EventLines();
    CompletableFuture<HttpResponse<Void>> stream =
        http.sendAsync(
            request("/api/v1/jobs/" + id + "/events").build(),
            BodyHandlers.fromLineSubscriber(lines));
    try {
      stream.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      stream.cancel(true);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return lines.jobs();
  }

  /** The header that names what is at {@code path}. */
  String disposition(String path) {
    try {
      return http.send(request(path).build(), BodyHandlers.discarding())
          .headers()
          .firstValue("Content-Disposition")
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Answer delete(String path) {
    return send(request(path).DELETE().build());
  }

  public JsonNode job(String id) {
    return get("/api/v1/jobs/" + id).json();
  }

  /** The job once it is in {@code state}. */
  public JsonNode await(String id, String state) {
    Eventually.is(PATIENCE, () -> isFinal(job(id)) || job(id).get("state").asText().equals(state));
    JsonNode job = job(id);
    if (!job.get("state").asText().equals(state)) {
      throw new AssertionError("the job is not " + state + ": " + job);
    }
    return job;
  }

  public BufferedImage result(String id) {
    return get("/api/v1/jobs/" + id + "/result").image();
  }

  private static boolean isFinal(JsonNode job) {
    return switch (job.get("state").asText()) {
      case "DONE", "FAILED", "CANCELLED" -> true;
      default -> false;
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("X-Forwarded-For", address)
        .timeout(PATIENCE);
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.headers().firstValue("X-Cache").orElse(""),
          answer.headers().firstValue("Retry-After").orElse(""),
          answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(String disposition) {
    return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}

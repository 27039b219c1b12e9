package dev.aiupscale.cli.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.aiupscale.common.job.Sha256;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Speaks as much of the API as the client uses. A job is queued, then running, then done; a picture
 * whose bytes start with {@code broken} is refused, one with {@code failing} makes a failed job.
 */
public final class FakeServer implements AutoCloseable {
  private static final String JOBS = "/api/v1/jobs";

  /** A form as it came. */
  public record Form(String fileName, String image, Map<String, String> fields) {}

  private record Refused(int status, String code, String detail, String retryAfter) {}

  private static final class Job {
    final String id;
    final byte[] image;
    int looks;

    Job(String id, byte[] image) {
      this.id = id;
      this.image = image;
    }
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final Queue<Refused> refusals = new ConcurrentLinkedQueue<>();
  private final List<Form> forms = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile String key = "";
  private volatile boolean holdsJobs;
  private volatile boolean stallsResults;
  private volatile int tornResults;
  private volatile int downloads;

  public FakeServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext(
        JOBS,
        exchange -> {
          try (exchange) {
            answer(exchange);
          }
        });
    http.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** Answers the next upload so, without looking at it. */
  public void refuse(int status, String code, String detail, String retryAfter) {
    refusals.add(new Refused(status, code, detail, retryAfter));
  }

  /** Opens to this key alone, whose tenant's mark stands before all that it is told. */
  public void requireKey(String required) {
    key = required;
  }

  /** Lets jobs stay as they are from now on. */
  public void holdJobs(boolean holds) {
    holdsJobs = holds;
  }

  /** Sends half of each result, and then nothing. */
  public void stallResults() {
    stallsResults = true;
  }

  /** Sends the next results with a wrong byte. */
  public void tearResults(int times) {
    tornResults = times;
  }

  public List<Form> forms() {
    return List.copyOf(forms);
  }

  public int downloads() {
    return downloads;
  }

  /** What a picture's result is here. */
  public static String result(String image) {
    return "bigger ".repeat(20) + image;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!key.isEmpty() && !("Bearer " + key).equals(authorization)) {
      exchange.getRequestBody().readAllBytes();
      problem(exchange, new Refused(401, "UNAUTHENTICATED", "Send a key.", ""));
    } else if (exchange.getRequestMethod().equals("POST")) {
      submit(exchange);
    } else if (path.endsWith("/result")) {
      result(exchange, job(path.split("/")[4]));
    } else {
      look(exchange, job(path.split("/")[4]));
    }
  }

  private void submit(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Refused refused = refusals.poll();
    if (refused != null) {
      problem(exchange, refused);
      return;
    }
    String boundary =
        exchange.getRequestHeaders().getFirst("Content-Type").replaceAll(".*boundary=", "");
    Form form = form(new String(body, StandardCharsets.ISO_8859_1), boundary);
    forms.add(form);
    if (form.image().startsWith("broken")) {
      problem(exchange, new Refused(422, "IMAGE_CORRUPT", "The picture ends too soon.", ""));
      return;
    }
    byte[] image = form.image().getBytes(StandardCharsets.ISO_8859_1);
    if (form.fields().containsKey("dryRun")) {
      predict(exchange);
      return;
    }
    Map<String, String> options = new LinkedHashMap<>(form.fields());
    boolean again = options.remove("ignoreCache") != null;
    String id = Sha256.of((Sha256.of(image) + options).getBytes(StandardCharsets.UTF_8));
    boolean known = jobs.containsKey(id);
    Job job = jobs.computeIfAbsent(id, key -> new Job(key, image));
    if (again) {
      job.looks = 0;
    }
    send(exchange, known && !again ? 200 : 202, job);
  }

  private static void predict(HttpExchange exchange) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("result", Map.of("width", 8, "height", 6, "format", "png", "bytes", 2_500_000));
    json.put("waitSeconds", 1.5);
    json.put("workSeconds", 2.5);
    send(exchange, 200, "application/json", Json.write(json));
  }

  private void look(HttpExchange exchange, Job job) throws IOException {
    if (holdsJobs) {
      await();
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    job.looks++;
    send(exchange, 200, job);
  }

  private void result(HttpExchange exchange, Job job) throws IOException {
    byte[] result = resultOf(job);
    downloads++;
    if (tornResults > 0) {
      tornResults--;
      result[5]++;
    }
    exchange.sendResponseHeaders(200, result.length);
    if (stallsResults) {
      exchange.getResponseBody().write(result, 0, result.length / 2);
      exchange.getResponseBody().flush();
      await();
    } else {
      exchange.getResponseBody().write(result);
    }
  }

  private void send(HttpExchange exchange, int status, Job job) throws IOException {
    boolean fails = new String(job.image, StandardCharsets.ISO_8859_1).startsWith("failing");
    String state =
        switch (job.looks) {
          case 0 -> "QUEUED";
          case 1 -> "RUNNING";
          default -> fails ? "FAILED" : "DONE";
        };
    byte[] result = resultOf(job);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", job.id);
    String hash = Sha256.of(job.image);
    json.put("imageId", key.isEmpty() ? hash : "0".repeat(16) + hash.substring(16));
    json.put("state", state);
    json.put("model", "esrgan-slim");
    json.put("scale", 2);
    json.put("format", "png");
    json.put("progress", job.looks / 2.0);
    json.put("somethingNew", List.of(1));
    json.put("notes", List.of("a note"));
    if (state.equals("FAILED")) {
      json.put("error", Map.of("code", "MODEL_FAILED", "detail", "The network failed."));
    }
    if (state.equals("DONE")) {
      json.put(
          "result",
          Map.of(
              "width",
              4,
              "height",
              2,
              "format",
              "png",
              "bytes",
              result.length,
              "sha256",
              Sha256.of(result)));
    }
    exchange.getResponseHeaders().add("ETag", "\"" + job.looks + "\"");
    send(exchange, status, "application/json", Json.write(json));
  }

  private static void problem(HttpExchange exchange, Refused refused) throws IOException {
    if (!refused.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", refused.retryAfter());
    }
    send(
        exchange,
        refused.status(),
        "application/problem+json",
        Json.write(Map.of("code", refused.code(), "detail", refused.detail())));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private Job job(String id) {
    Job job = jobs.get(id);
    if (job == null) {
      throw new UncheckedIOException(new IOException("no job " + id));
    }
    return job;
  }

  private static byte[] resultOf(Job job) {
    return result(new String(job.image, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Form form(String body, String boundary) {
    Map<String, String> fields = new LinkedHashMap<>();
    String fileName = "";
    String image = "";
    for (String part : body.split("(\r\n)?--" + boundary)) {
      int end = part.indexOf("\r\n\r\n");
      if (end < 0) {
        continue;
      }
      String name = part.replaceAll("(?s).*? name=\"([^\"]*)\".*", "$1");
      String value = part.substring(end + 4);
      if (name.equals("image")) {
        String raw = part.replaceAll("(?s).*?filename=\"([^\"]*)\".*", "$1");
        fileName = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        image = value;
      } else {
        fields.put(name, value);
      }
    }
    return new Form(fileName, image, fields);
  }

  private void await() {
    try {
      closed.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    http.stop(0);
    threads.shutdownNow();
  }
}

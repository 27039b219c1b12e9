package dev.aiupscale.cli.server;

import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The server's API, one try a call: an {@link IOException} means that the connection failed, a
 * {@link RefusalException} that the server answered otherwise than asked.
 */
public final class UpscaleServer {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(15);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final int HOLD_SECONDS = 20;

  private final String base;
  private final @Nullable String key;
  private final Duration stallLimit;
  private final FormBody form = new FormBody(UUID.randomUUID().toString());
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();
  private final ScheduledExecutorService timers =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "stalled downloads");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param address {@code http} or {@code https}, with a path when the API stands below one
   * @param key that opens the server's API; null where it needs none
   * @param stallLimit how long nothing may arrive of a result
   */
  public UpscaleServer(URI address, @Nullable String key, Duration stallLimit) {
    this.key = key;
    this.base = address.toString().replaceAll("/+$", "") + "/api/v1/jobs";
    this.stallLimit = stallLimit;
  }

  /**
   * Begins a job, or joins it.
   *
   * @param options fields of the form
   * @param sent is given the bytes sent so far
   * @throws UncheckedIOException when the file cannot be read
   */
  public SeenJob submit(Path file, Map<String, String> options, LongConsumer sent)
      throws IOException, InterruptedException, RefusalException {
    HttpResponse<InputStream> answer = post(file, options, sent);
    try (InputStream body = answer.body()) {
      return Answers.job(answer, body);
    }
  }

  /**
   * Asks what would come of a job.
   *
   * @param options fields of the form
   * @param sent is given the bytes sent so far
   * @throws UncheckedIOException when the file cannot be read
   */
  public Prediction predict(Path file, Map<String, String> options, LongConsumer sent)
      throws IOException, InterruptedException, RefusalException {
    Map<String, String> dry = new TreeMap<>(options);
    dry.put("dryRun", "true");
    HttpResponse<InputStream> answer = post(file, dry, sent);
    try (InputStream body = answer.body()) {
      return Answers.prediction(answer, body);
    }
  }

  private HttpResponse<InputStream> post(Path file, Map<String, String> fields, LongConsumer sent)
      throws IOException, InterruptedException {
    return http.send(
        request(URI.create(base))
            .timeout(UPLOAD_LIMIT)
            .header("Content-Type", form.contentType())
            .POST(new CountedBody(body(file, fields), sent))
            .build(),
        BodyHandlers.ofInputStream());
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  private BodyPublisher body(Path file, Map<String, String> options) {
    try {
      return form.of(file, options);
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The job as soon as it differs from what was seen, or as it is when nothing happens long. */
  public SeenJob changed(SeenJob seen) throws IOException, InterruptedException, RefusalException {
    HttpRequest request =
        request(URI.create(base + "/" + seen.job().id()))
            .timeout(ANSWER_LIMIT)
            .header("Prefer", "wait=" + HOLD_SECONDS)
            .header("If-None-Match", seen.tag())
            .build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      return answer.statusCode() == 304 ? seen : Answers.job(answer, body);
    }
  }

  /**
   * Writes a done job's result.
   *
   * @param received is given the bytes received so far
   * @throws IOException also when what came is not the result
   * @throws UncheckedIOException when it cannot be written
   */
  public void download(SeenJob done, ResultImage result, OutputStream out, LongConsumer received)
      throws IOException, InterruptedException, RefusalException {
    HttpRequest request =
        request(URI.create(base + "/" + done.job().id() + "/result")).timeout(ANSWER_LIMIT).build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw Answers.refusal(answer, body);
      }
      try (StallWatch watch = new StallWatch(body, stallLimit, timers)) {
        String sha256 = copy(body, out, watch, received);
        if (!sha256.equals(result.sha256())) {
          throw new IOException("the result did not arrive as it is");
        }
      }
    }
  }

  private static String copy(
      InputStream body, OutputStream out, StallWatch watch, LongConsumer received)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[65_536];
    long bytes = 0;
    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
      write(out, buffer, n);
      digest.update(buffer, 0, n);
      bytes += n;
      watch.arrived(bytes);
      received.accept(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What fails here is no failure of the connection. */
  private static void write(OutputStream out, byte[] buffer, int bytes) {
    try {
      out.write(buffer, 0, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

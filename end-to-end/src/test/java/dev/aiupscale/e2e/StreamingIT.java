package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures pass through the API by way of files and streams, so that a small heap is enough. */
class StreamingIT {
  private static final String HEAP = "-Xmx256m";
  private static final Map<String, String> LITTLE_BESIDE_THE_HEAP =
      Map.of("JAVA_TOOL_OPTIONS", "-XX:MaxDirectMemorySize=80m");
  private static final int BYTES = 60_000_000;
  private static final int UPLOADS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int DOWNLOADS = 10;

  private final RunningSystem system = RunningSystem.shared();
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path folder;

  /** One is noise in all of its pixels; the others are phones' photos with a film behind them. */
  @Test
  void twentyUploadsOf60MegabytesAtOncePassThroughASmallHeap() throws IOException {
    Path noise = noise();
    Path film = Files.write(folder.resolve("film"), random(BYTES, 1));
    system.withSecondApi(
        HEAP,
        Map.of("API_QUEUE_MAX_WAIT", "PT2H"),
        base -> {
          Stream<BodyPublisher> photos =
              IntStream.range(1, UPLOADS).mapToObj(i -> form(photo(i), film, ""));
          var answers =
              Stream.concat(photos, Stream.of(form(new byte[0], noise, "true")))
                  .map(form -> submit(base, form))
                  .toList();

          assertThat(answers.stream().map(answer -> answer.join().statusCode()).distinct())
              .containsExactlyInAnyOrder(202, 200);
          answers.stream()
              .map(answer -> answer.join().body())
              .filter(body -> body.contains("\"links\""))
              .forEach(body -> new UpscaleClient(base).delete(self(body)));
        });
  }

  @Test
  void tenResultsOf60MegabytesAtOnceAreStreamedFromTheStore() throws IOException {
    Path large = Files.write(folder.resolve("large"), random(BYTES, 2));
    String id = system.client().submit(photo(100), "p.jpg", Map.of()).id();
    system.client().await(id, "DONE");
    system.replaceResult(id, large);
    AtomicLong received = new AtomicLong();

    system.withSecondApi(
        HEAP,
        LITTLE_BESIDE_THE_HEAP,
        base -> {
          HttpRequest result =
              HttpRequest.newBuilder(base.resolve("/api/v1/jobs/" + id + "/result"))
                  .timeout(PATIENCE)
                  .build();
          var answers =
              IntStream.range(0, DOWNLOADS)
                  .mapToObj(
                      i ->
                          http.sendAsync(
                              result,
                              BodyHandlers.ofByteArrayConsumer(
                                  part ->
                                      part.ifPresent(bytes -> received.addAndGet(bytes.length)))))
                  .toList();
          assertThat(
                  answers.stream()
                      .map(
                          answer ->
                              answer
                                  .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                                  .join()
                                  .statusCode())
                      .distinct())
              .containsExactly(200);
        });

    assertThat(received).hasValue((long) DOWNLOADS * BYTES);
    system.client().delete("/api/v1/jobs/" + id);
  }

  private CompletableFuture<HttpResponse<String>> submit(URI base, BodyPublisher form) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/api/v1/jobs"))
            .timeout(PATIENCE)
            .header("Content-Type", "multipart/form-data; boundary=no-picture-has-this")
            .POST(form)
            .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  private static BodyPublisher form(byte[] begin, Path rest, String dryRun) {
    String part = "\r\n--no-picture-has-this\r\nContent-Disposition: form-data; name=";
    try {
      return BodyPublishers.concat(
          BodyPublishers.ofString(
              (dryRun.isEmpty() ? "" : part + "dryRun\r\n\r\n" + dryRun)
                  + part
                  + "image; filename=photo.jpg\r\n\r\n"),
          BodyPublishers.ofByteArray(begin),
          BodyPublishers.ofFile(rest),
          BodyPublishers.ofString("\r\n--no-picture-has-this--\r\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String self(String job) {
    return job.replaceFirst("(?s).*\"self\":\"([^\"]+)\".*", "$1");
  }

  private static byte[] photo(int seed) {
    return TestImages.busy(64, 48, 54_000 + seed, "jpg");
  }

  /** A BMP of 24 bits, which no reader can make smaller. */
  private Path noise() throws IOException {
    int side = 4472;
    int stride = 3 * side;
    ByteBuffer header = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 'B').put((byte) 'M').putInt(54 + stride * side).putInt(0).putInt(54);
    header.putInt(40).putInt(side).putInt(side).putShort((short) 1).putShort((short) 24);
    Path file = folder.resolve("noise.bmp");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(header.array());
      out.write(random(stride * side, 3));
    }
    return file;
  }

  private static byte[] random(int bytes, long seed) {
    byte[] random = new byte[bytes];
    new Random(seed).nextBytes(random);
    return random;
  }
}

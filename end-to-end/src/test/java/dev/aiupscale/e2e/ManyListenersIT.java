package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever listens to a job costs no thread. */
class ManyListenersIT {
  private static final int LISTENERS = 1000;
  private static final int JOBS = 20;
  private static final int MOST_THREADS = 250;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final RunningSystem system = RunningSystem.shared();
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicInteger cancelled = new AtomicInteger();

  @Test
  void aThousandOpenStreamsAreServedByFewThreadsAndAllHearOfTheEnd() {
    system.stopWorker();
    try {
      system.withSecondApi("-Xmx512m", Map.of(), this::listen);
    } finally {
      system.startWorker();
    }
  }

  private void listen(URI base) {
    UpscaleClient api = new UpscaleClient(base);
    List<String> jobs =
        IntStream.range(0, JOBS)
            .mapToObj(i -> TestImages.busy(20, 20, 55_000 + i, "png"))
            .map(picture -> api.submit(picture, "p.png", Map.of()).id())
            .toList();
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<? extends CompletableFuture<?>> streams =
        IntStream.range(0, LISTENERS)
            .mapToObj(i -> base.resolve("/api/v1/jobs/" + jobs.get(i % JOBS) + "/events"))
            .map(uri -> HttpRequest.newBuilder(uri).build())
            .map(
                request -> http.sendAsync(request, BodyHandlers.fromLineSubscriber(new Listener())))
            .toList();

    Eventually.is(PATIENCE, () -> queued.get() == LISTENERS);
    assertThat(threads(api)).isLessThan(MOST_THREADS);

    jobs.forEach(id -> api.delete("/api/v1/jobs/" + id));
    streams.forEach(CompletableFuture::join);
    assertThat(cancelled).hasValue(LISTENERS);
  }

  private static double threads(UpscaleClient api) {
    String metrics = new String(api.get("/q/metrics").body(), StandardCharsets.UTF_8);
    return metrics
        .lines()
        .filter(line -> line.startsWith("jvm_threads_live_threads"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  /** Counts the states that one stream tells of, once each. */
  private final class Listener implements Flow.Subscriber<String> {
    private boolean saidQueued;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.contains("\"state\":\"QUEUED\"") && !saidQueued) {
        saidQueued = true;
        queued.incrementAndGet();
      }
      if (line.contains("\"state\":\"CANCELLED\"")) {
        cancelled.incrementAndGet();
      }
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}

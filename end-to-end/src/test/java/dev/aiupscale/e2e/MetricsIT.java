package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator's dashboard is drawn from is there, and moves. */
class MetricsIT {
  private static final Pattern METRIC = Pattern.compile("(upscale|http)_\\w+");
  private static final String RARE =
      "upscale_jobs_failed_total upscale_jobs_handed_back_total upscale_callbacks_total";

  private final RunningSystem system = RunningSystem.shared();
  private final UpscaleClient client = system.client();

  @Test
  void aJobShowsInTheMetricsOfTheApiAndTheWorker() {
    byte[] picture = TestImages.busy(260, 200, 52_001, "jpg");
    String slim = "model=\"esrgan-slim\"";
    double submitted = api("upscale_jobs_submitted_total", slim);
    double done = worker("upscale_jobs_done_total", slim);
    double attempts = worker("upscale_attempts_total", slim);
    double queued = worker("upscale_queue_seconds_count", slim);
    double paced = worker("upscale_work_seconds_per_megapixel_count", slim);
    double misses = api("upscale_cache_lookups_total", "kind=\"picture\",result=\"miss\"");
    double hits = api("upscale_cache_lookups_total", "kind=\"picture\",result=\"hit\"");

    String id = client.submit(picture, "p.jpg", Map.of()).id();
    client.await(id, "DONE");
    client.result(id);
    client.result(id);

    // The job is done a moment before it is counted.
    Eventually.is(
        Duration.ofSeconds(10), () -> worker("upscale_jobs_done_total", slim) == done + 1);
    assertThat(api("upscale_jobs_submitted_total", slim)).isEqualTo(submitted + 1);
    assertThat(worker("upscale_attempts_total", slim)).isEqualTo(attempts + 1);
    assertThat(worker("upscale_queue_seconds_count", slim)).isEqualTo(queued + 1);
    assertThat(worker("upscale_work_seconds_per_megapixel_count", slim)).isEqualTo(paced + 1);
    assertThat(api("upscale_cache_lookups_total", "kind=\"picture\",result=\"miss\""))
        .isEqualTo(misses + 1);
    assertThat(api("upscale_cache_lookups_total", "kind=\"picture\",result=\"hit\""))
        .isEqualTo(hits + 1);
  }

  @Test
  void refusalsAreCountedByCodeAndTheQueueIsShown() {
    double before = api("upscale_requests_refused_total", "code=\"JOB_NOT_FOUND\"");

    client.get("/api/v1/jobs/" + "0".repeat(64));

    assertThat(api("upscale_requests_refused_total", "code=\"JOB_NOT_FOUND\""))
        .isEqualTo(before + 1);
    assertThat(text(system.baseUri()))
        .contains("upscale_queue_jobs{lane=\"front\"")
        .contains("upscale_queue_predicted_wait_seconds")
        .contains("upscale_workers_living");
  }

  /** Those that only failures bring about are in no quiet system's list. */
  @Test
  void alertsAndDashboardAskForNothingThatIsNotTold() throws IOException {
    client.await(
        client.submit(TestImages.busy(260, 200, 52_002, "jpg"), "p", Map.of()).id(), "DONE");
    client.get("/api/v1/jobs/" + "0".repeat(64));
    String told = text(system.baseUri()) + text(system.workerUri());

    for (String file : new String[] {"alerts.yml", "grafana-dashboard.json"}) {
      String asked = Files.readString(RunningSystem.root().resolve("docs/operations/" + file));
      assertThat(METRIC.matcher(asked).results().map(MatchResult::group).distinct())
          .isNotEmpty()
          .allSatisfy(name -> assertThat(told + RARE).contains(name));
    }
  }

  private double api(String name, String label) {
    return sum(text(system.baseUri()), name, label);
  }

  private double worker(String name, String label) {
    return sum(text(system.workerUri()), name, label);
  }

  private static String text(URI base) {
    return new String(new UpscaleClient(base).get("/q/metrics").body(), StandardCharsets.UTF_8);
  }

  /**
   * Of all series that have the label; 0 where there is none yet. Behind a value may stand an
   * exemplar, which names a trace.
   */
  private static double sum(String metrics, String name, String label) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.split("} ")[1].split(" ")[0]))
        .sum();
  }
}

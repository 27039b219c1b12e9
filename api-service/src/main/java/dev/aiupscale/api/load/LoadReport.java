package dev.aiupscale.api.load;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.load.WorkersNeeded;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.scaling.LoadMetrics;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Tells how much work there is, where that is asked for. Every API process does: they see the same
 * queue, so whoever reads takes the largest of their figures and misses nothing when one is gone.
 */
@ApplicationScoped
public class LoadReport {
  private static final Logger LOG = Logger.getLogger(LoadReport.class);

  private final PresentLoad load;
  private final JobQueue queue;
  private final Optional<LoadMetrics> metrics;
  private final WorkersNeeded needed;
  private final double acceptableWait;
  private final Clock clock;

  public LoadReport(
      PresentLoad load,
      JobQueue queue,
      Optional<LoadMetrics> metrics,
      ApiConfig config,
      Clock clock) {
    this.load = load;
    this.queue = queue;
    this.metrics = metrics;
    this.needed = new WorkersNeeded(config.metrics().acceptableWait());
    this.acceptableWait = config.metrics().acceptableWait().toMillis() / 1000.0;
    this.clock = clock;
  }

  @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tell() {
    if (metrics.isEmpty()) {
      return;
    }
    try {
      metrics.get().tell(figures());
    } catch (UpscaleException | IOException e) {
      LOG.warnf("the load was not told to those who scale: %s", e.getMessage());
    }
  }

  private Map<String, Double> figures() {
    Load now = load.now();
    long inWork = Stream.of(Lane.values()).mapToLong(queue::inFlight).sum();
    long waiting = Math.max(0, now.frontJobs() + now.bulkJobs() - inWork);
    double waitingSeconds = waiting * now.meanSeconds();
    double workers = needed.after(clock.instant(), inWork, waiting, waitingSeconds);
    return Map.of(
        "PredictedWorkSeconds", workers * acceptableWait,
        "WaitingWorkSeconds", waitingSeconds,
        "WaitingJobs", (double) waiting,
        "JobsInWork", (double) inWork,
        "LivingWorkers", (double) now.workers().size());
  }
}

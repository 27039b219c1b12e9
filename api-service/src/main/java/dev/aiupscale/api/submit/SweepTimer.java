package dev.aiupscale.api.submit;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.lifecycle.ExpiredUploads;
import dev.aiupscale.platform.lifecycle.Sweep;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Lets every API process look for what others, or itself, left half done, or unused. */
@ApplicationScoped
public class SweepTimer {
  private static final Logger LOG = Logger.getLogger(SweepTimer.class);

  private final Sweep sweep;
  private final ExpiredUploads uploads;
  private final Duration age;

  public SweepTimer(Sweep sweep, ExpiredUploads uploads, ApiConfig config) {
    this.sweep = sweep;
    this.uploads = uploads;
    this.age = config.sweepAge();
  }

  @Scheduled(
      every = "${api.sweep-interval:30s}",
      delayed = "${api.sweep-interval:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void round() {
    attempt("what was left half done was not looked at", () -> sweep.sweep(age));
    attempt("uploads whose time is over were not erased", uploads::erase);
  }

  private static void attempt(String otherwise, Runnable part) {
    try {
      part.run();
    } catch (UpscaleException e) {
      LOG.warnf("%s: %s", otherwise, e.getMessage());
    }
  }
}

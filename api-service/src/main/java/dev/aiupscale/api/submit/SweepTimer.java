package dev.aiupscale.api.submit;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.lifecycle.Sweep;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Lets every API process look for what others, or itself, left half done. */
@ApplicationScoped
public class SweepTimer {
  private static final Logger LOG = Logger.getLogger(SweepTimer.class);

  private final Sweep sweep;
  private final Duration age;

  public SweepTimer(Sweep sweep, ApiConfig config) {
    this.sweep = sweep;
    this.age = config.sweepAge();
  }

  @Scheduled(
      every = "${api.sweep-interval:30s}",
      delayed = "${api.sweep-interval:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void round() {
    try {
      sweep.sweep(age);
    } catch (UpscaleException e) {
      LOG.warnf("what was left half done was not looked at: %s", e.getMessage());
    }
  }
}

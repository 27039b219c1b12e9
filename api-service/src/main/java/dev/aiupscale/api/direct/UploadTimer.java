package dev.aiupscale.api.direct;

import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.lifecycle.ExpiredUploads;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Lets every API process erase uploaded files whose time is over. */
@ApplicationScoped
public class UploadTimer {
  private static final Logger LOG = Logger.getLogger(UploadTimer.class);

  private final ExpiredUploads uploads;

  public UploadTimer(ExpiredUploads uploads) {
    this.uploads = uploads;
  }

  @Scheduled(
      every = "${api.sweep-interval:30s}",
      delayed = "${api.sweep-interval:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void round() {
    try {
      uploads.erase();
    } catch (UpscaleException e) {
      LOG.warnf("uploads whose time is over were not erased: %s", e.getMessage());
    }
  }
}

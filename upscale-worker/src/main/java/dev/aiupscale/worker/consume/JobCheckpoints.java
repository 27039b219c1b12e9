package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.StoredBytes;
import dev.aiupscale.worker.upscale.Checkpoints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What attempts at one run of a job leave for each other in the store: {@code
 * checkpoints/{jobId}/{run}/{plan}/{number}}.
 */
final class JobCheckpoints implements Checkpoints {
  private static final Logger LOG = Logger.getLogger(JobCheckpoints.class);

  private final ObjectStore store;
  private final Job job;
  private final Duration after;
  private final Clock clock;
  private final Instant began;

  /**
   * @param after jobs that take no longer keep nothing
   */
  JobCheckpoints(ObjectStore store, Job job, Duration after, Clock clock) {
    this.store = store;
    this.job = job;
    this.after = after;
    this.clock = clock;
    this.began = clock.instant();
  }

  @Override
  public boolean isWorthwhile(double done) {
    double spent = Duration.between(began, clock.instant()).toMillis();
    return spent > after.toMillis() * done;
  }

  @Override
  public Optional<byte[]> piece(String plan, int number) {
    return job.attempts() > 1
        ? store.read(key(plan, number)).map(StoredBytes::bytes)
        : Optional.empty();
  }

  @Override
  public void save(String plan, int number, byte[] piece) {
    try {
      store.put(key(plan, number), "application/octet-stream", piece);
    } catch (UpscaleException e) {
      LOG.warnf("job %s: a checkpoint was not kept: %s", job.id(), e.getMessage());
    }
  }

  private String key(String plan, int number) {
    return String.format(
        Locale.ROOT, "%s%d/%s/%06d", ObjectKeys.checkpoints(job.id()), job.run(), plan, number);
  }
}

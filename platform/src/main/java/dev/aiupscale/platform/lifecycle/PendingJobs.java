package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.StoredBytes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What is written down before the several steps of beginning or erasing a job, and struck out after
 * them: what stands here for long was left half done by a process that died.
 */
@ApplicationScoped
public class PendingJobs {
  private static final Logger LOG = Logger.getLogger(PendingJobs.class);

  private final ObjectStore store;

  public PendingJobs(ObjectStore store) {
    this.store = store;
  }

  /** Has a sweep look at the job: whoever lost it may have left something of it. */
  public void leave(Job job, Instant now) {
    add(PendingJob.of(job, now));
  }

  /**
   * Takes steps of which each may be this process' last: a sweep then completes them.
   *
   * @param steps what is done with the job; what it throws is left to the sweep too
   */
  public <T> T during(Job job, Instant now, Supplier<T> steps) {
    PendingJob entry = PendingJob.of(job, now);
    add(entry);
    T outcome = steps.get();
    remove(entry);
    return outcome;
  }

  void add(PendingJob job) {
    store.put(key(job), "application/json", Json.write(job));
  }

  void remove(PendingJob job) {
    store.delete(key(job));
  }

  List<PendingJob> before(Instant limit) {
    return store.list(ObjectKeys.pending()).stream()
        .flatMap(key -> read(key).stream())
        .filter(job -> job.since().isBefore(limit))
        .toList();
  }

  private static String key(PendingJob job) {
    return ObjectKeys.pending(job.jobId(), job.entry());
  }

  private Optional<PendingJob> read(String key) {
    return store.read(key).flatMap(stored -> parse(key, stored));
  }

  private static Optional<PendingJob> parse(String key, StoredBytes stored) {
    try {
      return Optional.of(Json.read(stored.bytes(), PendingJob.class));
    } catch (IOException e) {
      LOG.errorf("%s is not readable and was left alone: %s", key, e.getMessage());
      return Optional.empty();
    }
  }
}

package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.platform.cache.Cache;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Stops a job and erases what belongs to it. The record goes first: a worker that holds the job
 * finds it gone at its next write and stops. A picture goes with its last job.
 *
 * <p>Of a job that a worker may hold, the picture's list and the entry of the erasure stay: {@link
 * Sweep} erases once more, and so takes a result that the worker wrote in its last moment.
 */
@ApplicationScoped
public class EraseJob {
  private final PendingJobs pending;
  private final JobRecords jobs;
  private final ImageRecords images;
  private final ObjectStore store;
  private final JobCache jobCache;
  private final Cache cache;
  private final Clock clock;

  public EraseJob(
      PendingJobs pending,
      JobRecords jobs,
      ImageRecords images,
      ObjectStore store,
      JobCache jobCache,
      Cache cache,
      Clock clock) {
    this.pending = pending;
    this.jobs = jobs;
    this.images = images;
    this.store = store;
    this.jobCache = jobCache;
    this.cache = cache;
    this.clock = clock;
  }

  public void erase(Job job) {
    PendingJob entry = PendingJob.of(job, clock.instant());
    pending.add(entry);
    Versioned<ImageRecord> image = images.beginErasure(entry.image());
    images.requireErasing(image);
    boolean over = eraseRecord(job);
    eraseObjects(image, entry);
    if (over) {
      images.endErasure(image, job.id());
      pending.remove(entry);
    } else {
      images.abandonErasure(image);
    }
  }

  /**
   * @param asked the job as it was shown, which may be older than its record
   * @return whether nobody can be at work on it any more
   */
  private boolean eraseRecord(Job asked) {
    Optional<Versioned<Job>> present = jobs.find(asked.id());
    boolean over = asked.state().isFinal();
    while (present.isPresent()) {
      over = present.get().value().state().isFinal();
      present = jobs.delete(present.get()) ? Optional.empty() : jobs.find(asked.id());
    }
    return over;
  }

  /**
   * Ends an erasure, or takes back a beginning: unless the picture has the job, and the job a
   * record by now. A record that changes meanwhile is somebody's who goes on with it.
   *
   * @return whether the job is gone
   */
  boolean eraseLeft(PendingJob left) {
    Versioned<ImageRecord> image = images.beginErasure(left.image());
    Optional<Versioned<Job>> record = jobs.find(left.jobId());
    boolean belongs = image.value().jobs().contains(left.jobId());
    if (record.isPresent() && (belongs || !jobs.delete(record.get()))) {
      images.abandonErasure(image);
      return false;
    }
    images.requireErasing(image);
    eraseObjects(image, left);
    images.endErasure(image, left.jobId());
    pending.remove(left);
    return true;
  }

  private void eraseObjects(Versioned<ImageRecord> image, PendingJob job) {
    jobCache.erased(job.jobId());
    eraseObject(ObjectKeys.result(job.jobId(), job.format()));
    store.deleteAll(ObjectKeys.checkpoints(job.jobId()));
    if (image.value().hasNoJobBut(job.jobId())) {
      images.requireErasing(image);
      eraseObject(ObjectKeys.original(image.value().imageId()));
      eraseObject(ObjectKeys.source(image.value().imageId()));
    }
  }

  private void eraseObject(String key) {
    store.delete(key);
    cache.delete(key);
  }
}

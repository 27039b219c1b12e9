package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.platform.cache.Cache;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

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
    ImageRecord image = images.beginErasure(entry.image());
    eraseObjects(image, entry);
    if (job.state().isFinal()) {
      images.endErasure(image, job.id());
      pending.remove(entry);
    } else {
      images.abandonErasure(image);
    }
  }

  /**
   * Ends an erasure, or takes back a beginning: unless the picture has the job, and the job a
   * record by now.
   *
   * @return whether the job is gone
   */
  boolean eraseLeft(PendingJob left) {
    ImageRecord image = images.beginErasure(left.image());
    if (image.jobs().contains(left.jobId()) && jobs.find(left.jobId()).isPresent()) {
      images.abandonErasure(image);
      return false;
    }
    eraseObjects(image, left);
    images.endErasure(image, left.jobId());
    pending.remove(left);
    return true;
  }

  private void eraseObjects(ImageRecord image, PendingJob job) {
    jobs.delete(job.jobId());
    jobCache.forget(job.jobId());
    eraseObject(ObjectKeys.result(job.jobId(), job.format()));
    store.list(ObjectKeys.checkpoints(job.jobId())).forEach(store::delete);
    if (image.hasNoJobBut(job.jobId())) {
      eraseObject(ObjectKeys.original(image.imageId()));
      eraseObject(ObjectKeys.source(image.imageId()));
    }
  }

  private void eraseObject(String key) {
    store.delete(key);
    cache.delete(key);
  }
}

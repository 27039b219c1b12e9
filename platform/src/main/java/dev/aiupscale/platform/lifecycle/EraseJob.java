package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.platform.cache.Cache;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Stops a job and erases what belongs to it. The record goes first: a worker that holds the job
 * finds it gone at its next write and stops. A picture goes with its last job.
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
    Optional<ImageRecord> image = images.beginErasure(job.imageId());
    eraseJob(entry);
    image.ifPresent(present -> eraseFrom(present, job.id()));
    pending.remove(entry);
  }

  /** Ends an erasure, or takes back a beginning: unless the job has a record by now. */
  void eraseLeft(PendingJob left) {
    Optional<ImageRecord> image = images.beginErasure(left.imageId());
    if (jobs.find(left.jobId()).isPresent()) {
      image.ifPresent(images::abandonErasure);
      return;
    }
    image.ifPresent(
        present -> {
          eraseJob(left);
          eraseFrom(present, left.jobId());
        });
    pending.remove(left);
  }

  private void eraseJob(PendingJob job) {
    jobs.delete(job.jobId());
    jobCache.forget(job.jobId());
    eraseObject(ObjectKeys.result(job.jobId(), job.format()));
  }

  private void eraseFrom(ImageRecord image, JobId id) {
    if (image.hasNoJobBut(id)) {
      ImageId picture = image.imageId();
      eraseObject(ObjectKeys.original(picture));
      eraseObject(ObjectKeys.source(picture));
    }
    images.endErasure(image, id);
  }

  private void eraseObject(String key) {
    store.delete(key);
    cache.delete(key);
  }
}

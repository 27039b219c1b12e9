package dev.aiupscale.api.status;

import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.platform.cache.Cache;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Stops a job and erases what belongs to it. The record goes first: a worker that holds the job
 * finds it gone at its next write and stops. A picture goes with its last job.
 */
@ApplicationScoped
public class EraseJob {
  private final JobRecords jobs;
  private final ImageRecords images;
  private final ObjectStore store;
  private final JobCache jobCache;
  private final Cache cache;

  public EraseJob(
      JobRecords jobs, ImageRecords images, ObjectStore store, JobCache jobCache, Cache cache) {
    this.jobs = jobs;
    this.images = images;
    this.store = store;
    this.jobCache = jobCache;
    this.cache = cache;
  }

  public void erase(Job job) {
    jobs.delete(job.id());
    jobCache.forget(job.id());
    eraseObject(ObjectKeys.result(job.id(), job.options().format()));
    store.list(ObjectKeys.checkpoints(job.id())).forEach(store::delete);
    if (images.removeJob(job.imageId(), job.id())) {
      images.delete(job.imageId());
      erasePicture(job.imageId());
    }
  }

  /** Not when the same picture was sent again meanwhile: then its record is back. */
  private void erasePicture(ImageId id) {
    if (images.find(id).isEmpty()) {
      eraseObject(ObjectKeys.original(id));
      eraseObject(ObjectKeys.source(id));
    }
  }

  private void eraseObject(String key) {
    store.delete(key);
    cache.delete(key);
  }
}

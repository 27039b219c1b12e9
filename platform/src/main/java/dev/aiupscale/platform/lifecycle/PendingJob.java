package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import java.time.Instant;
import java.util.UUID;

/**
 * A job that somebody is about to begin or to erase, with all that it takes to erase it.
 *
 * @param entry tells this entry from those that others make for the same job
 */
record PendingJob(UUID entry, JobId jobId, ImageId imageId, ResultFormat format, Instant since) {
  static PendingJob of(Job job, Instant now) {
    return new PendingJob(UUID.randomUUID(), job.id(), job.imageId(), job.options().format(), now);
  }
}

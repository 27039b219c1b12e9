package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import java.time.Instant;
import java.util.UUID;

/**
 * A job that somebody is about to begin or to erase, with all that it takes to erase it.
 *
 * @param entry tells this entry from those that others make for the same job
 * @param image the facts of its picture; lists no jobs
 */
record PendingJob(UUID entry, JobId jobId, ImageRecord image, ResultFormat format, Instant since) {
  static PendingJob of(Job job, Instant now) {
    ImageRecord image =
        ImageRecord.of(
            job.imageId(), job.source(), job.lossless(), job.keptMetadata(), job.notes());
    return new PendingJob(UUID.randomUUID(), job.id(), image, job.options().format(), now);
  }
}

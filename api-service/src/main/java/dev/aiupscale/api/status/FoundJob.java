package dev.aiupscale.api.status;

import dev.aiupscale.common.job.Job;

/** A job, and where it was read. */
public record FoundJob(Job job, Origin origin) {
  /** The same under another name of its picture. */
  public FoundJob toldAs(String uploadName) {
    return new FoundJob(job.toldAs(uploadName, job.notes()), origin);
  }
}

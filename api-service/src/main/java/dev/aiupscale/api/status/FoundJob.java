package dev.aiupscale.api.status;

import dev.aiupscale.common.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * A job, and where it was read.
 *
 * @param jobsAhead predicted to be done before its turn; null where it does not wait
 * @param renamed whether it is told under another name of its picture than the record's
 */
public record FoundJob(Job job, Origin origin, @Nullable Integer jobsAhead, boolean renamed) {
  public FoundJob(Job job, Origin origin) {
    this(job, origin, null, false);
  }

  /** The same under the name that this sender gave the picture; the record's where it is null. */
  public FoundJob toldAs(@Nullable String uploadName) {
    return uploadName == null || uploadName.equals(job.uploadName())
        ? this
        : new FoundJob(job.toldAs(uploadName, job.notes()), origin, jobsAhead, true);
  }

  JobView view() {
    return JobView.of(job, jobsAhead, renamed);
  }
}

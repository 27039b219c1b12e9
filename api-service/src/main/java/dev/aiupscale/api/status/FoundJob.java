package dev.aiupscale.api.status;

import dev.aiupscale.common.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * A job, and where it was read.
 *
 * @param renamed whether it is told under another name of its picture than the record's
 */
public record FoundJob(Job job, Origin origin, boolean renamed) {
  public FoundJob(Job job, Origin origin) {
    this(job, origin, false);
  }

  /** The same under the name that this sender gave the picture; the record's where it is null. */
  public FoundJob toldAs(@Nullable String uploadName) {
    return uploadName == null || uploadName.equals(job.uploadName())
        ? this
        : new FoundJob(job.toldAs(uploadName, job.notes()), origin, true);
  }

  JobView view() {
    return renamed ? JobView.renamed(job) : JobView.of(job);
  }
}

package dev.aiupscale.common.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an attempt has come: kept in Redis between two writes of the record. */
public record JobProgress(
    Instant createdAt, int attempt, double progress, @Nullable Integer etaSeconds) {
  public static JobProgress of(Job job) {
    return new JobProgress(job.createdAt(), job.attempts(), job.progress(), job.etaSeconds());
  }

  /** The job with this progress where it belongs to the same attempt, else the job as it is. */
  public Job applyTo(Job job) {
    boolean same =
        job.state() == JobState.RUNNING
            && job.createdAt().equals(createdAt)
            && job.attempts() == attempt;
    return same && progress >= job.progress() ? job.progressed(progress, etaSeconds) : job;
  }
}

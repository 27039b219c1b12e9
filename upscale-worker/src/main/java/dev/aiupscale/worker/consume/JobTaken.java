package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.JobId;

/**
 * The job belongs to somebody else now, or to nobody: whoever holds it lets go and says nothing.
 */
final class JobTaken extends RuntimeException {
  JobTaken(JobId id) {
    super("job " + id + " was erased, cancelled or taken over");
  }
}

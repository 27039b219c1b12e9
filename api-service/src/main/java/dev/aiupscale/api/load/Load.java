package dev.aiupscale.api.load;

import dev.aiupscale.platform.load.WorkerPace;
import dev.aiupscale.platform.queue.Lane;
import java.util.List;

/**
 * The work that waited at one moment, and who did it.
 *
 * @param frontJobs jobs in the front lane, those in work included
 * @param bulkJobs jobs in the bulk lane, those in work included
 * @param meanSeconds predicted seconds of work of the mean job
 */
record Load(long frontJobs, long bulkJobs, double meanSeconds, List<WorkerPace> workers) {
  /** The same with one job more. */
  Load with(Lane lane) {
    return lane == Lane.FRONT
        ? new Load(frontJobs + 1, bulkJobs, meanSeconds, workers)
        : new Load(frontJobs, bulkJobs + 1, meanSeconds, workers);
  }

  /** One worker at least: where none is, one will be started. */
  int workerCount() {
    return Math.max(1, workers.size());
  }

  /** Predicted seconds until all that waits now is done. */
  double waitSeconds() {
    return (frontJobs + bulkJobs) * meanSeconds / workerCount();
  }

  /** Jobs that are done in this time, as far as so many are there beside the one that waits. */
  int jobsWithin(double seconds) {
    long others = Math.max(0, frontJobs + bulkJobs - 1);
    return (int) Math.min(others, Math.round(Math.max(0, seconds) * workerCount() / meanSeconds));
  }

  /** Predicted seconds until the turn of a job that is put into this lane now. */
  double waitSeconds(Lane lane) {
    return lane == Lane.BULK ? waitSeconds() : frontJobs * meanSeconds / workerCount();
  }
}

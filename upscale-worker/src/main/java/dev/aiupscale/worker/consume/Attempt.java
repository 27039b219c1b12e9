package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.Versioned;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One attempt's hold on a job's record. Each write is a compare-and-set on the version that this
 * attempt wrote last, so that an attempt that was overtaken cannot write over newer state.
 */
final class Attempt {
  private final JobRecords records;
  private final JobCache cache;
  private Versioned<Job> seen;
  private Job latest;
  private boolean over;

  private Attempt(JobRecords records, JobCache cache, Versioned<Job> seen) {
    this.records = records;
    this.cache = cache;
    this.seen = seen;
    this.latest = seen.value();
  }

  /** Takes hold of the record as it is; empty when there is none. */
  static Optional<Attempt> of(JobId id, JobRecords records, JobCache cache) {
    return records.find(id).map(seen -> new Attempt(records, cache, seen));
  }

  synchronized Job job() {
    return seen.value();
  }

  /** The record with the newest progress, which may not be written yet. */
  synchronized Job latest() {
    return latest;
  }

  /**
   * Writes the changed record to S3, then to Redis.
   *
   * @throws JobTaken when somebody else changed or erased the record, or the hold was ended
   */
  synchronized Job write(UnaryOperator<Job> change) {
    if (over) {
      throw new JobTaken(seen.value().id());
    }
    Job next = change.apply(seen.value());
    seen = records.replace(seen, next).orElseThrow(() -> new JobTaken(next.id()));
    latest = next;
    cache.written(next);
    return next;
  }

  /** Tells of progress in Redis alone. */
  synchronized void tell(UnaryOperator<Job> change) {
    if (!over) {
      latest = change.apply(seen.value());
      cache.progressed(latest);
    }
  }

  /** Ends the hold: whatever still works on it writes nothing any more. */
  synchronized void letGo() {
    over = true;
  }

  /** Whether the record is gone, as opposed to changed. */
  boolean isErased() {
    return records.find(job().id()).isEmpty();
  }
}

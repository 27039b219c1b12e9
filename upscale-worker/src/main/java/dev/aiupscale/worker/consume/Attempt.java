package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One attempt's hold on a job's record. Each write is a compare-and-set on the version that this
 * attempt wrote last, so that an attempt that was overtaken cannot write over newer state.
 */
final class Attempt {
  private final JobRecords records;
  private final JobCache cache;
  private final Clock clock;

  // Read without the lock: whoever drains must not wait for a write that hangs.
  private volatile Versioned<Job> seen;
  private volatile Job latest;
  private boolean over;

  private Attempt(JobRecords records, JobCache cache, Clock clock, Versioned<Job> seen) {
    this.records = records;
    this.cache = cache;
    this.clock = clock;
    this.seen = seen;
    this.latest = seen.value();
  }

  /** Takes hold of the record as it is; empty when there is none. */
  static Optional<Attempt> of(JobId id, JobRecords records, JobCache cache, Clock clock) {
    return records.find(id).map(seen -> new Attempt(records, cache, clock, seen));
  }

  Job job() {
    return seen.value();
  }

  /** The record with the newest progress, which may not be written yet. */
  Job latest() {
    return latest;
  }

  /**
   * Writes the changed record to S3, then to Redis. The hold ends with a state other than RUNNING:
   * whatever still works on the job writes nothing any more.
   *
   * @throws JobTaken when somebody else changed or erased the record, or the hold has ended
   */
  synchronized Job write(UnaryOperator<Job> change) {
    if (over) {
      throw new JobTaken(seen.value().id());
    }
    Instant asOf = clock.instant();
    Optional<Versioned<Job>> written = replaced(change);
    while (written.isEmpty()) {
      seen = ownRecord().orElseThrow(() -> new JobTaken(seen.value().id()));
      written = replaced(change);
    }
    Job now = written.get().value();
    seen = written.get();
    latest = now;
    over = now.state() != JobState.RUNNING;
    cache.keep(now, asOf);
    return now;
  }

  /** Tells of progress in Redis alone. */
  synchronized void tell(UnaryOperator<Job> change) {
    if (!over) {
      Job now = change.apply(seen.value());
      latest = now;
      cache.progressed(now);
    }
  }

  private Optional<Versioned<Job>> replaced(UnaryOperator<Job> change) {
    return records.replace(seen, change.apply(seen.value()));
  }

  /** The record as it is, if nothing but a write of this attempt came between, with no answer. */
  private Optional<Versioned<Job>> ownRecord() {
    return records
        .find(seen.value().id())
        .filter(present -> present.value().isSameAttempt(seen.value()));
  }
}

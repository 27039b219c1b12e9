package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Reads a job's record from the store and leaves a copy of it in the cache. */
@ApplicationScoped
public class ReadRecord {
  private final JobRecords records;
  private final JobCache cache;
  private final Clock clock;

  public ReadRecord(JobRecords records, JobCache cache, Clock clock) {
    this.records = records;
    this.cache = cache;
    this.clock = clock;
  }

  public Optional<Job> of(JobId id) {
    Instant asOf = clock.instant();
    Optional<Job> stored = records.find(id).map(Versioned::value);
    stored.ifPresent(job -> cache.keep(job, asOf));
    return stored;
  }
}

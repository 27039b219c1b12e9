package dev.aiupscale.platform.storage;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.ObjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The records of jobs: {@code jobs/{jobId}.json}, the truth about each. */
@ApplicationScoped
public class JobRecords {
  private final Records<Job> records;
  private final ObjectStore store;

  public JobRecords(ObjectStore store) {
    this.store = store;
    this.records = new Records<>(store, Job.class);
  }

  /**
   * @throws UnreadableRecordException when there is a record that this version cannot read
   */
  public Optional<Versioned<Job>> find(JobId id) {
    return records.find(ObjectKeys.job(id));
  }

  /** Writes a new job's record; empty when there is one already. */
  public Optional<Versioned<Job>> create(Job job) {
    return records.create(ObjectKeys.job(job.id()), job);
  }

  /** Writes {@code job} over the version that {@code seen} is; empty when that is outdated. */
  public Optional<Versioned<Job>> replace(Versioned<Job> seen, Job job) {
    return records.replace(ObjectKeys.job(job.id()), seen, job);
  }

  /** Erases the version that {@code seen} is; false when that is outdated. */
  public boolean delete(Versioned<Job> seen) {
    return store.deleteIfUnchanged(ObjectKeys.job(seen.value().id()), seen.etag());
  }
}

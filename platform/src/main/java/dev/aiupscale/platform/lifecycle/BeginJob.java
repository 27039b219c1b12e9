package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.storage.ImageRecords;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Begins a job, or joins it. Order: picture, record, message, status, so that whatever is visible
 * can be completed; {@link Sweep} completes or erases what a crash left between two steps.
 */
@ApplicationScoped
public class BeginJob {
  private final PendingJobs pending;
  private final ImageRecords images;
  private final JobRecords jobs;
  private final JobQueue queue;
  private final JobCache cache;
  private final Clock clock;

  public BeginJob(
      PendingJobs pending,
      ImageRecords images,
      JobRecords jobs,
      JobQueue queue,
      JobCache cache,
      Clock clock) {
    this.pending = pending;
    this.images = images;
    this.jobs = jobs;
    this.queue = queue;
    this.cache = cache;
    this.clock = clock;
  }

  /** The job as it is queued, running or done, so that there is nothing to begin. */
  public Optional<Job> known(Job asked, boolean ignoreResult) {
    return jobs.find(asked.id())
        .map(Versioned::value)
        .filter(present -> !isDue(present, ignoreResult));
  }

  /**
   * @param asked the job as it would be if nobody had asked for it before
   * @param ignoreResult whether a finished job is run again
   * @param picture stores the picture where it is not in the store
   * @param place says where the job waits, if it is put on the queue
   */
  public BegunJob begin(
      Job asked,
      boolean ignoreResult,
      ImageRecord image,
      Runnable picture,
      Function<Job, Lane> place) {
    return jobs.find(asked.id())
        .map(Versioned::value)
        .filter(present -> present.state() != JobState.QUEUED && !isDue(present, ignoreResult))
        .map(present -> new BegunJob(present, false))
        .orElseGet(() -> queued(asked, ignoreResult, image, picture, place));
  }

  /**
   * For a job that is queued already, too: whoever recorded it may have died before the picture was
   * safe from an erasure. Goes on until the picture still holds the job after its record was
   * written: an erasure that came between may have taken the picture and the record, one that comes
   * later erases what this made.
   */
  private BegunJob queued(
      Job asked,
      boolean ignoreResult,
      ImageRecord image,
      Runnable picture,
      Function<Job, Lane> place) {
    boolean created = false;
    while (true) {
      Instant asOf = clock.instant();
      PendingJob entry = PendingJob.of(asked, asOf);
      pending.add(entry);
      images.addJob(image, asked.id());
      picture.run();
      BegunJob recorded = record(asked, ignoreResult && !created);
      created |= recorded.created();
      if (images.holds(asked.imageId(), asked.id())) {
        if (created) {
          Lane lane = place.apply(recorded.job());
          queue.send(recorded.job(), lane);
          cache.keep(recorded.job(), asOf);
        }
        pending.remove(entry);
        return new BegunJob(recorded.job(), created);
      }
    }
  }

  private BegunJob record(Job asked, boolean ignoreResult) {
    while (true) {
      Optional<Versioned<Job>> present = jobs.find(asked.id());
      if (present.isPresent() && !isDue(present.get().value(), ignoreResult)) {
        return new BegunJob(present.get().value(), false);
      }
      Optional<Versioned<Job>> written =
          present.isPresent()
              ? jobs.replace(present.get(), rerun(present.get().value(), asked))
              : jobs.create(asked);
      if (written.isPresent()) {
        return new BegunJob(written.get().value(), true);
      }
    }
  }

  private Job rerun(Job present, Job asked) {
    return present.rerun(clock.instant()).demanded(asked.demand());
  }

  private static boolean isDue(Job present, boolean ignoreResult) {
    return present.state() == JobState.FAILED
        || present.state() == JobState.CANCELLED
        || (present.state() == JobState.DONE && ignoreResult);
  }
}

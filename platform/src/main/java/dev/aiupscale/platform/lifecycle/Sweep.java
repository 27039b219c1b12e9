package dev.aiupscale.platform.lifecycle;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.platform.load.FairShare;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.platform.storage.UnreadableRecordException;
import dev.aiupscale.platform.storage.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Ends what processes that died have left half done: a job that waits goes to the queue, one that
 * has no record is erased, and one that is over loses what its attempts have kept. Several sweeps
 * at once do no harm: a second message of a job changes nothing.
 */
@ApplicationScoped
public class Sweep {
  private static final Logger LOG = Logger.getLogger(Sweep.class);

  private final PendingJobs pending;
  private final JobRecords jobs;
  private final ObjectStore store;
  private final JobQueue queue;
  private final FairShare share;
  private final EraseJob erase;
  private final Clock clock;

  public Sweep(
      PendingJobs pending,
      JobRecords jobs,
      ObjectStore store,
      JobQueue queue,
      FairShare share,
      EraseJob erase,
      Clock clock) {
    this.pending = pending;
    this.jobs = jobs;
    this.store = store;
    this.queue = queue;
    this.share = share;
    this.erase = erase;
    this.clock = clock;
  }

  /**
   * @param age how old what is half done must be to count as left
   */
  public void sweep(Duration age) {
    pending.before(clock.instant().minus(age)).forEach(this::end);
  }

  private void end(PendingJob left) {
    try {
      endOrThrow(left);
    } catch (UnreadableRecordException e) {
      LOG.errorf("job %s was left half done, and stays so: %s", left.jobId(), e.getMessage());
    } catch (RuntimeException e) {
      // One that cannot be ended now must not keep the others from it.
      LOG.errorf(e, "job %s was left half done, and waits for the next sweep", left.jobId());
    }
  }

  private void endOrThrow(PendingJob left) {
    if (erase.eraseLeft(left)) {
      LOG.infof("job %s was left half begun or half erased, and was erased", left.jobId());
    } else {
      jobs.find(left.jobId()).map(Versioned::value).ifPresent(this::complete);
      pending.remove(left);
    }
  }

  private void complete(Job job) {
    if (job.state() == JobState.QUEUED) {
      LOG.infof("job %s was recorded but perhaps never sent, and is sent", job.id());
      queue.send(job, share.place(job.demand()));
    } else if (job.state().isFinal()) {
      store.deleteAll(ObjectKeys.checkpoints(job.id()));
    }
  }
}

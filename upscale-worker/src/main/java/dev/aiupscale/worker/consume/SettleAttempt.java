package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobError;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.lifecycle.PendingJobs;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.worker.WorkerConfig;
import dev.aiupscale.worker.upscale.UpscaledImage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** What becomes of record and message when an attempt ends: the record first, then the message. */
@ApplicationScoped
public class SettleAttempt {
  private static final Logger LOG = Logger.getLogger(SettleAttempt.class);

  private final JobQueue queue;
  private final ObjectStore store;
  private final PendingJobs pending;
  private final MeasuredPace pace;
  private final WorkMetrics metrics;
  private final int maxTries;
  private final BackOff backOff;
  private final Clock clock;

  public SettleAttempt(
      JobQueue queue,
      ObjectStore store,
      PendingJobs pending,
      MeasuredPace pace,
      WorkMetrics metrics,
      WorkerConfig config,
      PlatformConfig platform,
      RandomGenerator random,
      Clock clock) {
    this.queue = queue;
    this.store = store;
    this.pending = pending;
    this.pace = pace;
    this.metrics = metrics;
    this.maxTries = platform.maxAttempts();
    this.backOff = new BackOff(config.queue().backOff(), random);
    this.clock = clock;
  }

  void done(InHand held, UpscaledImage made, String engine) {
    Instant now = clock.instant();
    Job job =
        held.attempt().write(present -> present.done(made.image(), made.notes(), engine, now));
    eraseKept(job);
    queue.delete(held.message());
    Duration took = held.report().spent();
    pace.measured(job, took);
    metrics.done(job, took);
    LOG.infof(
        "job %s done in %s: %s, %d of %d tiles were known without the network",
        job.id(), took, made.image(), made.tilesSkipped(), made.tiles());
  }

  /** The worker goes, not the picture's fault: the try does not count. */
  void handedBack(ReceivedMessage message, Attempt attempt) {
    attempt.write(Job::handedBack);
    queue.putBack(message, Duration.ZERO);
    metrics.handedBack(attempt.job());
    LOG.infof("job %s was handed back", attempt.job().id());
  }

  /**
   * Somebody else has the job, or nobody wants it any more. What this attempt may have left of it
   * is not erased here, where somebody else may have put something newer meanwhile.
   */
  void overtaken(Attempt attempt) {
    pending.leave(attempt.job(), clock.instant());
    LOG.infof("job %s was stopped", attempt.job().id());
  }

  /** Where another try cannot help, the job says why; what took too long would take it again. */
  void failed(ReceivedMessage message, Attempt attempt, UpscaleException why) {
    if (why.code() == ErrorCode.IMAGE_CORRUPT || why.code() == ErrorCode.TIMED_OUT) {
      LOG.errorf(why, "job %s failed for good", attempt.job().id());
      dead(message, attempt, new JobError(why.code(), why.detail()));
    } else {
      spent(message, attempt, why);
    }
  }

  /** One try is spent; after the last the job says why. */
  void spent(ReceivedMessage message, Attempt attempt, UpscaleException why) {
    Job job = attempt.job();
    LOG.errorf(why, "job %s attempt %d, try %d failed", job.id(), job.attempts(), message.tries());
    if (message.tries() >= maxTries) {
      dead(message, attempt, new JobError(why.code(), why.detail()));
      return;
    }
    attempt.write(Job::handedBack);
    queue.changeVisibility(message, backOff.after(message.tries()));
  }

  /** No worker that had the job lived to say why. */
  void lost(ReceivedMessage message, Attempt attempt) {
    String detail = "Every worker that tried this picture was lost, " + maxTries + " times.";
    dead(message, attempt, new JobError(ErrorCode.WORKER_LOST, detail));
  }

  /** Kept tiles go first: a record that says FAILED is the end of it. */
  private void dead(ReceivedMessage message, Attempt attempt, JobError error) {
    store.deleteAll(ObjectKeys.checkpoints(attempt.job().id()));
    Job job = attempt.write(present -> present.failed(error, clock.instant()));
    metrics.failed(job, error.code());
    queue.bury(message, error.code() + ": " + error.detail());
  }

  /** Erases what attempts have left for each other, when there will be no other. */
  void eraseKept(Job job) {
    if (job.state().isFinal()) {
      store.deleteAll(ObjectKeys.checkpoints(job.id()));
    }
  }
}

package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobError;
import dev.aiupscale.common.job.JobMessage;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.ObjectStore;
import dev.aiupscale.worker.WorkerConfig;
import dev.aiupscale.worker.upscale.CancelledException;
import dev.aiupscale.worker.upscale.UpscaledImage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one message: a message goes only after result and record are in S3, or after the
 * record says why there will be no result.
 */
@ApplicationScoped
public class HandleMessage {
  private static final Logger LOG = Logger.getLogger(HandleMessage.class);

  private final JobQueue queue;
  private final JobRecords records;
  private final JobCache cache;
  private final ObjectStore store;
  private final JobWork work;
  private final WorkerConfig.QueueConfig config;
  private final int maxAttempts;
  private final Clock clock;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile @Nullable ProgressReport inHand;

  public HandleMessage(
      JobQueue queue,
      JobRecords records,
      JobCache cache,
      ObjectStore store,
      JobWork work,
      WorkerConfig config,
      PlatformConfig platform,
      Clock clock) {
    this.queue = queue;
    this.records = records;
    this.cache = cache;
    this.store = store;
    this.work = work;
    this.config = config.queue();
    this.maxAttempts = platform.maxAttempts();
    this.clock = clock;
  }

  void handle(ReceivedMessage message) {
    Optional<Job> asked = MessageBody.job(message);
    if (asked.isEmpty()) {
      queue.bury(message, "not a message of version " + JobMessage.VERSION);
      return;
    }
    Optional<Attempt> attempt = Attempt.of(asked.get().id(), records, cache);
    if (attempt.isEmpty()
        || isOver(asked.get(), attempt.get().job())
        || isSecondMessage(message, attempt.get().job())) {
      LOG.infof("job %s needs no more work", asked.get().id());
      queue.delete(message);
      return;
    }
    try {
      attempt(message, attempt.get());
    } catch (JobTaken e) {
      LOG.info(e.getMessage());
    }
  }

  /** Makes the attempt in hand, if any, stop before its next tile. */
  void handBack() {
    ProgressReport report = inHand;
    if (report != null) {
      report.handBack();
    }
  }

  /**
   * A message that nobody had before, of a job that is being worked on: the message that began the
   * attempt is still on the queue and comes again if its worker is lost.
   */
  private static boolean isSecondMessage(ReceivedMessage message, Job present) {
    return message.receiveCount() == 1 && present.state() == JobState.RUNNING;
  }

  private static boolean isOver(Job asked, Job present) {
    return present.run() > asked.run() || present.state().isFinal();
  }

  private void attempt(ReceivedMessage message, Attempt attempt) {
    if (attempt.job().attempts() >= maxAttempts) {
      String lost = "Every worker that tried this picture was lost, " + maxAttempts + " times.";
      fail(message, attempt, new JobError(ErrorCode.WORKER_LOST, lost));
      return;
    }
    Job job = attempt.write(present -> present.attemptStarted(clock.instant()));
    LOG.infof("job %s attempt %d: %s", job.id(), job.attempts(), job.options());
    ProgressReport report = new ProgressReport(attempt, clock);
    inHand = report;
    try (Heartbeat beat = new Heartbeat(queue, message, report, config, clock, timer)) {
      UpscaledImage made = work.work(job, report);
      finish(message, attempt, made);
    } catch (CancelledException e) {
      stopped(message, attempt, report);
    } catch (UpscaleException e) {
      failed(message, attempt, e);
    } catch (JobTaken e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError e) {
      failed(message, attempt, unexpected(e));
    } finally {
      inHand = null;
    }
  }

  private void finish(ReceivedMessage message, Attempt attempt, UpscaledImage made) {
    Job job = attempt.job();
    Instant now = clock.instant();
    try {
      attempt.write(present -> present.done(made.image(), made.notes(), work.engine(present), now));
    } catch (JobTaken e) {
      eraseOrphan(attempt);
      throw e;
    }
    queue.delete(message);
    Duration took = Duration.between(Optional.ofNullable(job.startedAt()).orElse(now), now);
    LOG.infof(
        "job %s done in %s: %s, %d of %d tiles were known without the network",
        job.id(), took, made.image(), made.tilesSkipped(), made.tiles());
  }

  private void stopped(ReceivedMessage message, Attempt attempt, ProgressReport report) {
    if (report.isHandedBack()) {
      attempt.write(Job::handedBack);
      queue.changeVisibility(message, Duration.ZERO);
      LOG.infof("job %s was handed back", attempt.job().id());
    } else {
      eraseOrphan(attempt);
      LOG.infof("job %s was stopped", attempt.job().id());
    }
  }

  private void failed(ReceivedMessage message, Attempt attempt, UpscaleException why) {
    Job job = attempt.job();
    LOG.errorf(why, "job %s attempt %d failed", job.id(), job.attempts());
    boolean lasting = why.code() == ErrorCode.IMAGE_CORRUPT;
    if (lasting || job.attempts() >= maxAttempts) {
      fail(message, attempt, new JobError(why.code(), why.detail()));
      return;
    }
    attempt.write(Job::handedBack);
    queue.changeVisibility(message, config.backOff().multipliedBy(1L << (job.attempts() - 1)));
  }

  private void fail(ReceivedMessage message, Attempt attempt, JobError error) {
    attempt.write(present -> present.failed(error, clock.instant()));
    queue.bury(message, error.code() + ": " + error.detail());
  }

  private void eraseOrphan(Attempt attempt) {
    if (attempt.isErased()) {
      Job job = attempt.job();
      store.delete(ObjectKeys.result(job.id(), job.options().format()));
    }
  }

  private static UpscaleException unexpected(Throwable cause) {
    return new UpscaleException(
        ErrorCode.MODEL_FAILED, "The worker failed at this picture.", cause);
  }
}

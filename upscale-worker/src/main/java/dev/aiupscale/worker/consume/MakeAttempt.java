package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.worker.WorkerConfig;
import dev.aiupscale.worker.upscale.CancelledException;
import dev.aiupscale.worker.upscale.UpscaledImage;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** One attempt at a job: its message is kept while it lasts, and settled as it ends. */
@ApplicationScoped
public class MakeAttempt {
  private static final Logger LOG = Logger.getLogger(MakeAttempt.class);

  private final JobWork work;
  private final SettleAttempt settle;
  private final JobsInHand jobs;
  private final WorkMetrics metrics;
  private final WorkerConfig.QueueConfig config;
  private final Clock clock;
  private final AwakeClock awake;

  public MakeAttempt(
      JobWork work,
      SettleAttempt settle,
      JobsInHand jobs,
      WorkMetrics metrics,
      WorkerConfig config,
      Clock clock,
      AwakeClock awake) {
    this.work = work;
    this.settle = settle;
    this.jobs = jobs;
    this.metrics = metrics;
    this.config = config.queue();
    this.clock = clock;
    this.awake = awake;
  }

  /**
   * @param beat keeps the message
   * @param networkDone told when another job may begin beside the rest of this one
   * @throws JobTaken when somebody else changed or erased the record
   * @throws UpscaleException STORAGE_UNAVAILABLE, which says nothing about the picture: the try
   *     must not count
   */
  void make(ReceivedMessage message, Attempt attempt, Heartbeat beat, Runnable networkDone) {
    Job job =
        attempt.write(present -> present.attemptStarted(clock.instant()).heldBy(message.holder()));
    metrics.begun(job);
    LOG.infof("job %s attempt %d: %s", job.id(), job.attempts(), job.options());
    InHand held = new InHand(message, attempt, new ProgressReport(attempt, awake, networkDone));
    jobs.add(held);
    beat.watch(held.report()::movedAt, () -> hung(held));
    try {
      UpscaledImage made = work.work(job, held.report());
      settle.done(held, made, work.engine(job));
    } catch (CancelledException e) {
      stopped(held);
    } catch (JobTaken e) {
      settle.overtaken(attempt);
      throw e;
    } catch (UpscaleException e) {
      if (e.code() == ErrorCode.STORAGE_UNAVAILABLE) {
        throw e;
      }
      settle.failed(message, attempt, e);
    } catch (RuntimeException | OutOfMemoryError e) {
      settle.failed(message, attempt, unexpected(e));
    } finally {
      jobs.remove(held);
    }
  }

  /** Nothing in a process can end work that hangs in native code: the process goes. */
  private void hung(InHand held) {
    String detail = "The work on this picture did not move for " + config.stallTimeout() + ".";
    try {
      settle.spent(
          held.message(), held.attempt(), new UpscaleException(ErrorCode.TIMED_OUT, detail));
    } finally {
      Quarkus.asyncExit(1);
    }
  }

  private void stopped(InHand held) {
    if (held.report().isHandedBack()) {
      settle.handedBack(held.message(), held.attempt());
    } else {
      settle.overtaken(held.attempt());
    }
  }

  private static UpscaleException unexpected(Throwable cause) {
    return new UpscaleException(
        ErrorCode.MODEL_FAILED, "The worker failed at this picture.", cause);
  }
}

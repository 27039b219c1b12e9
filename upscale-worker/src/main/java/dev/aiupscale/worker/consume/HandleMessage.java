package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.MessageBody;
import dev.aiupscale.platform.queue.PoisonException;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.worker.WorkerConfig;
import dev.aiupscale.worker.upscale.CancelledException;
import dev.aiupscale.worker.upscale.UpscaledImage;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
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
  private final JobWork work;
  private final SettleAttempt settle;
  private final WorkerConfig.QueueConfig config;
  private final int maxTries;
  private final Clock clock;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile @Nullable InHand inHand;

  public HandleMessage(
      JobQueue queue,
      JobRecords records,
      JobCache cache,
      JobWork work,
      SettleAttempt settle,
      WorkerConfig config,
      PlatformConfig platform,
      Clock clock) {
    this.queue = queue;
    this.records = records;
    this.cache = cache;
    this.work = work;
    this.settle = settle;
    this.config = config.queue();
    this.maxTries = platform.maxAttempts();
    this.clock = clock;
  }

  /**
   * @throws UpscaleException STORAGE_UNAVAILABLE when the store or the queue did not answer; the
   *     message then comes again, and that it came this time does not count
   */
  void handle(ReceivedMessage message) {
    try {
      Job asked = MessageBody.job(message);
      Optional<Attempt> attempt = Attempt.of(asked.id(), records, cache);
      if (attempt.isEmpty()
          || isOver(asked, attempt.get().job())
          || isSecondMessage(message, attempt.get().job())) {
        LOG.infof("job %s needs no more work", asked.id());
        queue.delete(message);
        return;
      }
      attempt(message, attempt.get());
    } catch (PoisonException e) {
      LOG.warnf("a message that nobody can work on: %s", e.getMessage());
      queue.bury(message, e.reason());
    } catch (JobTaken e) {
      LOG.info(e.getMessage());
    } catch (UpscaleException e) {
      queue.putBack(message, config.outagePause());
      throw e;
    }
  }

  /** Makes the attempt in hand stop, if it will not be done in time. */
  boolean handBackUnlessDoneWithin(Duration time) {
    InHand held = inHand;
    if (held == null || held.fitsIn(time)) {
      return false;
    }
    held.report().handBack();
    return true;
  }

  /** Hands back what does not stop by itself, over the head of whoever works on it. */
  void handBackNow() {
    InHand held = inHand;
    if (held != null) {
      try {
        settle.handedBack(held.message(), held.attempt());
        held.attempt().letGo();
      } catch (JobTaken e) {
        LOG.info(e.getMessage());
      }
    }
  }

  /**
   * A message that nobody had before, of a job that is being worked on: the message that began the
   * attempt is still on the queue and comes again if its worker is lost.
   */
  private static boolean isSecondMessage(ReceivedMessage message, Job present) {
    return message.isFirstDelivery() && present.state() == JobState.RUNNING;
  }

  /**
   * Also when the job was erased and sent again since: a message of its own came with it, and this
   * one would take the work from whoever has that.
   */
  private static boolean isOver(Job asked, Job present) {
    return present.run() > asked.run()
        || present.state().isFinal()
        || !present.createdAt().equals(asked.createdAt());
  }

  private void attempt(ReceivedMessage message, Attempt attempt) {
    if (message.tries() > maxTries) {
      settle.lost(message, attempt);
      return;
    }
    Job job = attempt.write(present -> present.attemptStarted(clock.instant()));
    LOG.infof("job %s attempt %d: %s", job.id(), job.attempts(), job.options());
    InHand held = new InHand(message, attempt, new ProgressReport(attempt, clock));
    inHand = held;
    try (Heartbeat beat = heartbeat(held)) {
      UpscaledImage made = work.work(job, held.report());
      settle.done(message, attempt, made, work.engine(job));
    } catch (CancelledException e) {
      stopped(held);
    } catch (JobTaken e) {
      throw e;
    } catch (UpscaleException e) {
      requireStorage(e);
      settle.failed(message, attempt, e);
    } catch (RuntimeException | OutOfMemoryError e) {
      settle.failed(message, attempt, unexpected(e));
    } finally {
      inHand = null;
    }
  }

  private Heartbeat heartbeat(InHand held) {
    return new Heartbeat(
        queue,
        held.message(),
        held.report()::movedAt,
        config.visibilityTimeout(),
        config.stallTimeout(),
        clock,
        timer,
        () -> hung(held));
  }

  /** Nothing in a process can end work that hangs in native code: the process goes. */
  private void hung(InHand held) {
    String detail = "The work on this picture did not move for " + config.stallTimeout() + ".";
    try {
      settle.spent(
          held.message(), held.attempt(), new UpscaleException(ErrorCode.TIMED_OUT, detail));
      held.attempt().letGo();
    } finally {
      Quarkus.asyncExit(1);
    }
  }

  private void stopped(InHand held) {
    if (held.report().isHandedBack()) {
      settle.handedBack(held.message(), held.attempt());
    } else {
      settle.cancelled(held.attempt());
    }
  }

  /** That the store is down says nothing about the picture: the try must not count. */
  private static void requireStorage(UpscaleException failure) {
    if (failure.code() == ErrorCode.STORAGE_UNAVAILABLE) {
      throw failure;
    }
  }

  private static UpscaleException unexpected(Throwable cause) {
    return new UpscaleException(
        ErrorCode.MODEL_FAILED, "The worker failed at this picture.", cause);
  }
}

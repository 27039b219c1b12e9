package dev.aiupscale.worker.consume;

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
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

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
  private final MakeAttempt attempts;
  private final SettleAttempt settle;
  private final Duration outagePause;
  private final int maxTries;

  public HandleMessage(
      JobQueue queue,
      JobRecords records,
      JobCache cache,
      MakeAttempt attempts,
      SettleAttempt settle,
      WorkerConfig config,
      PlatformConfig platform) {
    this.queue = queue;
    this.records = records;
    this.cache = cache;
    this.attempts = attempts;
    this.settle = settle;
    this.outagePause = config.queue().outagePause();
    this.maxTries = platform.maxAttempts();
  }

  /**
   * @param networkDone told when another job may begin beside the rest of this one
   * @throws UpscaleException STORAGE_UNAVAILABLE when the store or the queue did not answer; the
   *     message then comes again, and that it came this time does not count
   */
  void handle(ReceivedMessage message, Runnable networkDone) {
    try {
      Job asked = MessageBody.job(message);
      Optional<Attempt> attempt = Attempt.of(asked.id(), records, cache);
      if (attempt.isEmpty()
          || isOver(asked, attempt.get().job())
          || isSecondMessage(message, attempt.get().job())) {
        LOG.infof("job %s needs no more work", asked.id());
        queue.delete(message);
      } else if (message.tries() > maxTries) {
        settle.lost(message, attempt.get());
      } else {
        attempts.make(message, attempt.get(), networkDone);
      }
    } catch (PoisonException e) {
      LOG.warnf("a message that nobody can work on: %s", e.getMessage());
      queue.bury(message, e.reason());
    } catch (JobTaken e) {
      LOG.info(e.getMessage());
    } catch (UpscaleException e) {
      queue.putBack(message, outagePause);
      throw e;
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
}

package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobHolder;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.MessageBody;
import dev.aiupscale.platform.queue.PoisonException;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.UnreadableRecordException;
import dev.aiupscale.platform.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What happens to one message: a message goes only after result and record are in S3, or after the
 * record says why there will be no result.
 */
@ApplicationScoped
public class HandleMessage {
  private static final Logger LOG = Logger.getLogger(HandleMessage.class);
  private static final String SPAN = "work on job";

  private final JobQueue queue;
  private final JobRecords records;
  private final JobCache cache;
  private final MakeAttempt attempts;
  private final SettleAttempt settle;
  private final PutBack putBack;
  private final Heartbeats heartbeats;
  private final Clock clock;
  private final int maxTries;

  public HandleMessage(
      JobQueue queue,
      JobRecords records,
      JobCache cache,
      MakeAttempt attempts,
      SettleAttempt settle,
      PutBack putBack,
      Heartbeats heartbeats,
      Clock clock,
      PlatformConfig platform) {
    this.queue = queue;
    this.records = records;
    this.cache = cache;
    this.attempts = attempts;
    this.settle = settle;
    this.putBack = putBack;
    this.heartbeats = heartbeats;
    this.clock = clock;
    this.maxTries = platform.maxAttempts();
  }

  /**
   * @param networkDone told when another job may begin beside the rest of this one
   * @throws UpscaleException STORAGE_UNAVAILABLE when the store or the queue did not answer; the
   *     message then comes again, and that it came this time does not count
   */
  void handle(ReceivedMessage message, Runnable networkDone) {
    try (Heartbeat beat = heartbeats.start(message)) {
      Traces.receiving(SPAN, message.attributes(), () -> handle(message, beat, networkDone));
    }
  }

  private void handle(ReceivedMessage message, Heartbeat beat, Runnable networkDone) {
    try {
      Job asked = MessageBody.job(message);
      Traces.about(asked.id());
      Optional<Attempt> attempt = Attempt.of(asked.id(), records, cache, clock);
      if (attempt.isEmpty()
          || isOver(asked, attempt.get().job())
          || isSecondMessage(message, attempt.get().job())) {
        LOG.infof("job %s needs no more work", asked.id());
        attempt.map(Attempt::job).ifPresent(settle::eraseKept);
        queue.delete(message);
      } else if (message.tries() > maxTries) {
        settle.lost(message, attempt.get());
      } else {
        attempts.make(message, attempt.get(), beat, networkDone);
      }
    } catch (PoisonException e) {
      LOG.warnf("a message that nobody can work on: %s", e.getMessage());
      queue.bury(message, e.reason());
    } catch (UnreadableRecordException e) {
      LOG.errorf(e, "a message is a dead letter now");
      queue.bury(message, "RECORD_UNREADABLE: " + e.getMessage());
    } catch (JobTaken e) {
      LOG.info(e.getMessage());
    } catch (UpscaleException e) {
      putBack.soon(message);
      throw e;
    }
  }

  /**
   * One that must not take the job from whoever works on it: the holder's message, or one that
   * follows it, is still on the queue and comes again if the worker is lost.
   */
  private static boolean isSecondMessage(ReceivedMessage message, Job present) {
    JobHolder holder = present.holder();
    return present.state() == JobState.RUNNING
        && holder != null
        && !message.holder().mayTakeFrom(holder);
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

package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobError;
import dev.aiupscale.common.job.JobHolder;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.cache.JobCache;
import dev.aiupscale.platform.load.Workload;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.MessageBody;
import dev.aiupscale.platform.queue.PoisonException;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.platform.storage.JobRecords;
import dev.aiupscale.platform.storage.UnreadableRecordException;
import dev.aiupscale.worker.WorkerConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells the owners of jobs whose message the queue itself moved to the dead letters, because every
 * worker died of them: their record says FAILED. The dead letter stays for the operator.
 */
@ApplicationScoped
public class DeadLetterWatch {
  private static final Logger LOG = Logger.getLogger(DeadLetterWatch.class);

  /** Long enough that one round sees no letter twice. */
  private static final Duration HIDDEN = Duration.ofMinutes(1);

  private static final int LETTERS_A_ROUND = 100;

  private final JobQueue queue;
  private final JobRecords records;
  private final JobCache cache;
  private final Workload workload;
  private final WorkMetrics metrics;
  private final WorkerConfig.QueueConfig config;
  private final Clock clock;

  public DeadLetterWatch(
      JobQueue queue,
      JobRecords records,
      JobCache cache,
      Workload workload,
      WorkMetrics metrics,
      WorkerConfig config,
      Clock clock) {
    this.workload = workload;
    this.metrics = metrics;
    this.queue = queue;
    this.records = records;
    this.cache = cache;
    this.config = config.queue();
    this.clock = clock;
  }

  @Scheduled(
      every = "${worker.dead-letter-interval:15s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void round() {
    List<ReceivedMessage> seen = new ArrayList<>();
    try {
      while (config.enabled() && seen.size() < LETTERS_A_ROUND) {
        Optional<ReceivedMessage> letter = queue.receiveDeadLetter(HIDDEN);
        if (letter.isEmpty()) {
          break;
        }
        seen.add(letter.get());
        look(letter.get());
      }
      // Shown again at once, since an operator may want to see them.
      seen.forEach(letter -> queue.changeVisibility(letter, Duration.ZERO));
    } catch (UpscaleException e) {
      LOG.warnf("dead letters were not looked at: %s", e.getMessage());
    }
  }

  private void look(ReceivedMessage letter) {
    try {
      tell(letter, MessageBody.job(letter));
    } catch (PoisonException | UnreadableRecordException e) {
      LOG.debugf("a dead letter has no owner to tell: %s", e.getMessage());
    }
  }

  private void tell(ReceivedMessage letter, Job asked) {
    Attempt.of(asked.id(), records, cache, clock)
        .filter(attempt -> isLost(letter, asked, attempt.job()))
        .ifPresent(this::writeLost);
  }

  /** Not when the job was sent again since, or is worked on for another message than this one. */
  private static boolean isLost(ReceivedMessage letter, Job asked, Job present) {
    JobHolder holder = present.holder();
    return present.run() == asked.run()
        && present.createdAt().equals(asked.createdAt())
        && !present.state().isFinal()
        && (holder == null || letter.holder().mayTakeFrom(holder));
  }

  private void writeLost(Attempt attempt) {
    String detail =
        "Every worker that tried this picture was lost, "
            + attempt.job().attempts()
            + " times; please send it again or try another picture.";
    try {
      attempt.write(
          job -> job.failed(new JobError(ErrorCode.WORKER_LOST, detail), clock.instant()));
      workload.settled(attempt.job().demand().seconds());
      metrics.failed(attempt.job(), ErrorCode.WORKER_LOST);
      LOG.errorf("job %s: %s", attempt.job().id(), detail);
    } catch (JobTaken e) {
      LOG.info(e.getMessage());
    }
  }
}

package dev.aiupscale.api.submit;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.queue.JobQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Answers overload at the door, before an upload costs anything. */
@ApplicationScoped
public class QueueGate {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final JobQueue queue;
  private final ApiConfig.QueueConfig config;
  private final Clock clock;
  private Instant readAt = Instant.MIN;
  private long depth;

  public QueueGate(JobQueue queue, ApiConfig config, Clock clock) {
    this.queue = queue;
    this.config = config.queue();
    this.clock = clock;
  }

  /**
   * @throws UpscaleException QUEUE_FULL
   */
  void requireRoom() {
    long waiting = depth();
    if (waiting >= config.maxDepth()) {
      throw new UpscaleException(
          ErrorCode.QUEUE_FULL,
          waiting + " jobs are waiting, which is as many as are accepted; please come back later.");
    }
  }

  private synchronized long depth() {
    Instant now = clock.instant();
    if (readAt.plus(FRESH).isBefore(now)) {
      depth = queue.depth();
      readAt = now;
    }
    return depth;
  }
}

package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.worker.WorkerConfig;
import dev.aiupscale.worker.drain.Drain;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Puts a message back whose work an outage hindered, as if it had not been delivered; when the
 * queue is down too, as soon as it answers again.
 */
@Singleton
class PutBack {
  private static final Logger LOG = Logger.getLogger(PutBack.class);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final JobQueue queue;
  private final Duration pause;
  private final BooleanSupplier leaving;

  @Inject
  PutBack(JobQueue queue, WorkerConfig config, Drain drain) {
    this(queue, config, drain::isOn);
  }

  /**
   * @param leaving whether there is no time left to wait for the queue
   */
  PutBack(JobQueue queue, WorkerConfig config, BooleanSupplier leaving) {
    this.queue = queue;
    this.pause = config.queue().outagePause();
    this.leaving = leaving;
  }

  void soon(ReceivedMessage message) {
    Duration next = pause;
    while (!isPutBack(message) && !leaving.getAsBoolean()) {
      sleep(next);
      next = next.compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }
  }

  private boolean isPutBack(ReceivedMessage message) {
    try {
      queue.putBack(message, pause);
      return true;
    } catch (UpscaleException e) {
      LOG.warnf("a message could not be put back, trying again: %s", e.getMessage());
      return false;
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the queue was down", e);
    }
  }
}

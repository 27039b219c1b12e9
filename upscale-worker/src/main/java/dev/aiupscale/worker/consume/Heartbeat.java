package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.worker.WorkerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps a message hidden while the work on it moves; work that hangs is not kept for ever. */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);

  private final JobQueue queue;
  private final ReceivedMessage message;
  private final ProgressReport report;
  private final WorkerConfig.QueueConfig config;
  private final Clock clock;
  private final ScheduledFuture<?> beats;

  Heartbeat(
      JobQueue queue,
      ReceivedMessage message,
      ProgressReport report,
      WorkerConfig.QueueConfig config,
      Clock clock,
      ScheduledExecutorService timer) {
    this.queue = queue;
    this.message = message;
    this.report = report;
    this.config = config;
    this.clock = clock;
    long interval = config.visibilityTimeout().toMillis() / 3;
    this.beats = timer.scheduleAtFixedRate(this::beat, interval, interval, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    Duration still = Duration.between(report.movedAt(), clock.instant());
    if (still.compareTo(config.stallTimeout()) > 0) {
      LOG.errorf("no progress for %s: the message is not kept any more", still);
      return;
    }
    try {
      queue.changeVisibility(message, config.visibilityTimeout());
    } catch (UpscaleException e) {
      LOG.warnf("the message could not be kept, trying again: %s", e.getMessage());
    }
  }

  @Override
  public void close() {
    beats.cancel(false);
  }
}

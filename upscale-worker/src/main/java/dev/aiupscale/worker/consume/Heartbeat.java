package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.ReceivedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Keeps a message hidden while the work on it moves; work that hangs is given up, once. */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class);

  private final JobQueue queue;
  private final ReceivedMessage message;
  private final Supplier<Instant> movedAt;
  private final Duration visibilityTimeout;
  private final Duration stallTimeout;
  private final Clock clock;
  private final Runnable hung;
  private final ScheduledFuture<?> beats;

  Heartbeat(
      JobQueue queue,
      ReceivedMessage message,
      Supplier<Instant> movedAt,
      Duration visibilityTimeout,
      Duration stallTimeout,
      Clock clock,
      ScheduledExecutorService timer,
      Runnable hung) {
    this.queue = queue;
    this.message = message;
    this.movedAt = movedAt;
    this.visibilityTimeout = visibilityTimeout;
    this.stallTimeout = stallTimeout;
    this.clock = clock;
    this.hung = hung;
    long interval = visibilityTimeout.toMillis() / 3;
    this.beats = timer.scheduleAtFixedRate(this::beat, interval, interval, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    Duration still = Duration.between(movedAt.get(), clock.instant());
    if (still.compareTo(stallTimeout) > 0) {
      LOG.errorf("no progress for %s: the message is not kept any more", still);
      close();
      hung.run();
      return;
    }
    try {
      queue.changeVisibility(message, visibilityTimeout);
    } catch (UpscaleException e) {
      LOG.warnf("the message could not be kept, trying again: %s", e.getMessage());
    }
  }

  @Override
  public void close() {
    beats.cancel(false);
  }
}

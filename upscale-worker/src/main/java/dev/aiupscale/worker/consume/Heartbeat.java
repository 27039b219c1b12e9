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
  private final Duration visibilityTimeout;
  private final Duration stallTimeout;
  private final Clock clock;
  private final ScheduledFuture<?> beats;
  private volatile Watched work;

  /**
   * @param movedAt when it last moved on
   * @param hung what to do when it does not any more
   */
  private record Watched(Supplier<Instant> movedAt, Runnable hung) {}

  /**
   * @param clock stands still while the process does
   */
  Heartbeat(
      JobQueue queue,
      ReceivedMessage message,
      Duration visibilityTimeout,
      Duration stallTimeout,
      Clock clock,
      ScheduledExecutorService timer) {
    this.queue = queue;
    this.message = message;
    this.visibilityTimeout = visibilityTimeout;
    this.stallTimeout = stallTimeout;
    this.clock = clock;
    Instant began = clock.instant();
    this.work = new Watched(() -> began, () -> {});
    long interval = visibilityTimeout.toMillis() / 3;
    this.beats = timer.scheduleAtFixedRate(this::beat, interval, interval, TimeUnit.MILLISECONDS);
  }

  /** The work on the message has begun. */
  void watch(Supplier<Instant> movedAt, Runnable hung) {
    work = new Watched(movedAt, hung);
  }

  private void beat() {
    Watched watched = work;
    Duration still = Duration.between(watched.movedAt().get(), clock.instant());
    if (still.compareTo(stallTimeout) > 0) {
      LOG.errorf("no progress for %s: the message is not kept any more", still);
      close();
      watched.hung().run();
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

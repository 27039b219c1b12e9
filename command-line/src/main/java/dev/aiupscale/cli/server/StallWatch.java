package dev.aiupscale.cli.server;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Closes a download in which nothing has arrived for a while: the HTTP client would wait on. */
final class StallWatch implements Closeable {
  private final Closeable download;
  private final ScheduledFuture<?> timer;
  private volatile long seen;
  private long before = -1;

  StallWatch(Closeable download, Duration limit, ScheduledExecutorService timers) {
    this.download = download;
    this.timer =
        timers.scheduleWithFixedDelay(
            this::look, limit.toMillis(), limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * @param bytes that have arrived so far
   */
  void arrived(long bytes) {
    seen = bytes;
  }

  private void look() {
    if (seen == before) {
      try {
        download.close();
      } catch (IOException e) {
        timer.cancel(false);
      }
    }
    before = seen;
  }

  @Override
  public void close() {
    timer.cancel(false);
  }
}

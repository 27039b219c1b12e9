package dev.aiupscale.worker.upscale;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks while the network runs whether its result is still wanted, and stops it when not. */
final class CancellationWatch implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 250;
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(CancellationWatch::daemon);

  private final TileWork work;
  private final TileEngine engine;
  private final ScheduledFuture<?> questions;
  private volatile @Nullable RuntimeException reason;

  CancellationWatch(TileWork work, TileEngine engine) {
    this.work = work;
    this.engine = engine;
    this.questions =
        TIMER.scheduleWithFixedDelay(
            this::ask, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void ask() {
    try {
      work.requireWanted();
    } catch (RuntimeException e) {
      reason = e;
      engine.stop();
      // What a timer's task throws ends its repetition.
      throw e;
    }
  }

  /** Why the network was stopped, or {@code otherwise}. */
  RuntimeException reason(RuntimeException otherwise) {
    RuntimeException found = reason;
    return found == null ? otherwise : found;
  }

  @Override
  public void close() {
    questions.cancel(false);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cancellation");
    thread.setDaemon(true);
    return thread;
  }
}

package dev.aiupscale.worker.upscale;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Runs the network for one band while the band before it is encoded, on one thread for all jobs:
 * the system's allocator keeps memory back for each thread that ever ran a network.
 */
final class InferenceThread implements AutoCloseable {
  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(InferenceThread::daemon);

  private final Runnable stop;
  private @Nullable Future<?> last;

  /**
   * @param stop makes what was submitted end soon
   */
  InferenceThread(Runnable stop) {
    this.stop = stop;
  }

  <T> Future<T> submit(Callable<T> band) {
    Future<T> submitted = THREAD.submit(band);
    last = submitted;
    return submitted;
  }

  /** The result of what was submitted; what it threw is thrown here. */
  static <T> T await(Future<T> work) {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    }
  }

  /** Stops, and waits for that: the network's buffers are freed next. */
  @Override
  public void close() {
    stop.run();
    boolean interrupted = false;
    while (last != null && !last.isDone()) {
      try {
        last.get();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        // Whoever waited for a band has been told; nobody waits for this one.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "inference");
    thread.setDaemon(true);
    return thread;
  }
}

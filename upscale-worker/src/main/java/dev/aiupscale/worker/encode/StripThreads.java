package dev.aiupscale.worker.encode;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Compresses strips of a picture beside the thread that pulls its rows, and gives them out in their
 * order; few are in memory at any time.
 */
final class StripThreads implements AutoCloseable {
  private static final int THREADS = 2;

  /** Takes the compressed strips one after the other. */
  interface Sink {
    void put(byte[] strip) throws IOException;
  }

  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, StripThreads::daemon);
  private final Queue<Future<byte[]>> strips = new ArrayDeque<>();
  private final Sink sink;

  StripThreads(Sink sink) {
    this.sink = sink;
  }

  /** Waits for the oldest strip when enough are in work. */
  void add(Callable<byte[]> strip) throws IOException {
    strips.add(threads.submit(strip));
    if (strips.size() > THREADS) {
      sink.put(finished(strips.remove()));
    }
  }

  /** Waits for all of them. */
  void finish() throws IOException {
    while (!strips.isEmpty()) {
      sink.put(finished(strips.remove()));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "encode");
    thread.setDaemon(true);
    return thread;
  }

  private static byte[] finished(Future<byte[]> strip) throws IOException {
    try {
      return strip.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a strip was compressed");
    } catch (ExecutionException e) {
      throw new IOException("a strip could not be compressed", e.getCause());
    }
  }
}

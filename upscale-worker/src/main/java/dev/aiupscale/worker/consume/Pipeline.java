package dev.aiupscale.worker.consume;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one job be encoded and stored while the next is received, fetched, decoded and led through
 * the network. A job begins only when the network is done with the one before, so that none is kept
 * from other workers without being worked on, and never beside two others.
 */
final class Pipeline {
  static final int MOST_JOBS = 2;

  /** A job, which says when it needs the network no more; that it has ended says so, too. */
  interface Work {
    void run(Runnable networkDone);
  }

  // Always the same threads: the system's allocator keeps memory back for each that ever was.
  private final ExecutorService threads = Executors.newFixedThreadPool(MOST_JOBS, Pipeline::daemon);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int jobs;
  private @Nullable Object atNetwork;
  private final Queue<RuntimeException> failures = new ArrayDeque<>();

  /**
   * Waits until another job may begin.
   *
   * @throws RuntimeException what a job has thrown and nobody was told yet
   */
  void awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (failures.isEmpty() && (jobs == MOST_JOBS || atNetwork != null)) {
        changed.await();
      }
      if (!failures.isEmpty()) {
        throw failures.remove();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Begins a job, for which there is room. */
  void begin(Work work) {
    Object job = new Object();
    lock.lock();
    try {
      jobs++;
      atNetwork = job;
    } finally {
      lock.unlock();
    }
    threads.execute(() -> run(work, job));
  }

  /** Waits until no job is in work, {@code atMost} so long; false when one still is. */
  boolean awaitIdle(Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (jobs > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
      return jobs == 0;
    } finally {
      lock.unlock();
    }
  }

  private void run(Work work, Object job) {
    try {
      work.run(() -> networkDone(job));
    } catch (RuntimeException e) {
      failed(e);
    } finally {
      ended(job);
    }
  }

  private void networkDone(Object job) {
    lock.lock();
    try {
      if (atNetwork == job) {
        atNetwork = null;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void failed(RuntimeException thrown) {
    lock.lock();
    try {
      failures.add(thrown);
    } finally {
      lock.unlock();
    }
  }

  private void ended(Object job) {
    lock.lock();
    try {
      networkDone(job);
      jobs--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static Thread daemon(Runnable work) {
    // What hangs must not keep the process.
    Thread thread = new Thread(work, "job");
    thread.setDaemon(true);
    return thread;
  }
}

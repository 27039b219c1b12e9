package dev.aiupscale.cli.batch;

import dev.aiupscale.cli.find.Source;
import dev.aiupscale.cli.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All pictures, a few at a time. */
public final class Batch {
  private static final int STOP_SECONDS = 3;

  private final List<Source> sources;
  private final int jobs;
  private final TryFile work;
  private final Report report;
  private final ExecutorService pool;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<@Nullable HaltException> halt = new AtomicReference<>();

  /**
   * @param jobs how many are in flight
   */
  public Batch(List<Source> sources, int jobs, TryFile work, Report report) {
    this.sources = sources;
    this.jobs = jobs;
    this.work = work;
    this.report = report;
    this.pool = Executors.newFixedThreadPool(jobs);
  }

  /** Returns when all have ended, or when there is no use in going on. */
  public void run() throws InterruptedException {
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      workers.add(pool.submit(this::workOff));
    }
    pool.shutdown();
    for (Future<?> worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        pool.shutdownNow();
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Breaks off what is in flight; what is sent goes on at the server. */
  public void stop() {
    pool.shutdownNow();
    try {
      pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What there was no use in going on after. */
  public Optional<String> reasonToHalt() {
    return Optional.ofNullable(halt.get()).map(HaltException::getMessage);
  }

  public int exitCode() {
    HaltException halted = halt.get();
    if (halted != null) {
      return halted.exitCode();
    }
    return report.anyFailed() ? ExitCode.SOME_FAILED : ExitCode.ALL_FINE;
  }

  private void workOff() {
    try {
      for (int i = next.getAndIncrement(); i < sources.size(); i = next.getAndIncrement()) {
        report.finished(work.outcome(sources.get(i)));
      }
    } catch (HaltException e) {
      halt.compareAndSet(null, e);
      pool.shutdownNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

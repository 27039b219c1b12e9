package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.stage.StageWatch;

/** Adds up what the stages did, tells the listener, and stops work that is no longer wanted. */
final class StagedWork implements StageWatch {
  private final ProgressListener listener;
  private final Cancellation cancellation;
  private final double total;
  private double done;

  StagedWork(ProgressListener listener, Cancellation cancellation, double total) {
    this.listener = listener;
    this.cancellation = cancellation;
    this.total = total;
  }

  @Override
  public void beforeRun() {
    if (Thread.currentThread().isInterrupted() || cancellation.isCancelled()) {
      throw new CancelledException();
    }
  }

  @Override
  public void ran(double work) {
    done += work;
    listener.progressed(Math.min(1.0, done / total));
  }
}

package dev.aiupscale.worker.upscale;

/** Says whether the work is still wanted; asked before each tile. */
public interface Cancellation {
  boolean isCancelled();
}

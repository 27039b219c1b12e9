package dev.aiupscale.worker.upscale;

/**
 * Says whether the work is still wanted; asked before each tile and, from another thread, in it.
 */
public interface Cancellation {
  boolean isCancelled();
}

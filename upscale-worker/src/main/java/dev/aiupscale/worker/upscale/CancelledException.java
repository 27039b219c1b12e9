package dev.aiupscale.worker.upscale;

/** The work was stopped because nobody wants it any more. */
public final class CancelledException extends RuntimeException {
  public CancelledException() {
    super("cancelled");
  }
}

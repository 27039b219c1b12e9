package dev.aiupscale.worker.onnx;

import java.util.Locale;

/** Where ONNX Runtime runs a network. */
public enum ExecutionProvider {
  /** Several tiles at once gain nothing here, and float16 loses. */
  CPU(false, 1),
  CUDA(true, 16);

  private final boolean halfPrecision;
  private final int largestBatch;

  ExecutionProvider(boolean halfPrecision, int largestBatch) {
    this.halfPrecision = halfPrecision;
    this.largestBatch = largestBatch;
  }

  public boolean prefersHalfPrecision() {
    return halfPrecision;
  }

  /** Tiles at once beyond which nothing is gained. */
  public int largestBatch() {
    return largestBatch;
  }

  /** The name in settings and fingerprints: {@code cpu} or {@code cuda}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

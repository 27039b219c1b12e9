package dev.aiupscale.worker.onnx;

import java.util.Locale;

/** Where ONNX Runtime runs a network. */
public enum ExecutionProvider {
  CPU,
  CUDA;

  /** The name in settings and fingerprints: {@code cpu} or {@code cuda}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

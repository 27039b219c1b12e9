package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtEnvironment.ThreadingOptions;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import org.jspecify.annotations.Nullable;

/**
 * The process's environment, with threads for those sessions that have none of their own: a model's
 * stages, of which one runs at a time. They are as many as the first configuration says.
 */
final class SharedThreads {
  private static @Nullable OrtEnvironment environment;

  private SharedThreads() {}

  static synchronized OrtEnvironment environment(OnnxConfig config) {
    OrtEnvironment made = environment;
    if (made == null) {
      try (ThreadingOptions threads = new ThreadingOptions()) {
        threads.setGlobalIntraOpNumThreads(config.intraOpThreads());
        threads.setGlobalInterOpNumThreads(1);
        threads.setGlobalSpinControl(config.spinning());
        made =
            OrtEnvironment.getEnvironment(
                OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, OrtEnvironment.DEFAULT_NAME, threads);
        environment = made;
      } catch (OrtException e) {
        throw new IllegalStateException("ONNX Runtime does not start", e);
      }
    }
    return made;
  }
}

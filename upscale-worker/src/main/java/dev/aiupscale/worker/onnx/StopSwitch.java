package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.aiupscale.worker.upscale.CancelledException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends, from any thread, the session that runs, between two of its operators. */
final class StopSwitch {
  private boolean stopped;
  private @Nullable RunOptions running;

  synchronized void stop() throws OrtException {
    stopped = true;
    if (running != null) {
      running.setTerminate(true);
    }
  }

  /**
   * Runs a session, which the caller closes the result of.
   *
   * @throws CancelledException when the switch was thrown before or meanwhile
   */
  OrtSession.Result run(
      OrtSession session,
      Map<String, ? extends OnnxTensorLike> inputs,
      Set<String> guard,
      Map<String, OnnxTensor> outputs,
      RunOptions options)
      throws OrtException {
    begin(options);
    try {
      return session.run(inputs, guard, outputs, options);
    } catch (OrtException e) {
      requireNotStopped();
      throw e;
    } finally {
      end();
    }
  }

  private synchronized void begin(RunOptions options) {
    requireNotStopped();
    running = options;
  }

  private synchronized void end() {
    running = null;
  }

  private synchronized void requireNotStopped() {
    if (stopped) {
      throw new CancelledException();
    }
  }
}

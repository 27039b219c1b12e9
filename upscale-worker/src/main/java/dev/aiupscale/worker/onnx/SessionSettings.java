package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/** Puts a configuration into ONNX Runtime's own words. */
final class SessionSettings {
  private SessionSettings() {}

  /** The caller closes the options. */
  static SessionOptions of(OnnxConfig config) throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setExecutionMode(ExecutionMode.SEQUENTIAL);
    options.setIntraOpNumThreads(config.intraOpThreads());
    options.setInterOpNumThreads(1);
    // Only ALL brings the NCHWc layout, which is worth 11 to 23 %.
    options.setOptimizationLevel(OptLevel.ALL_OPT);
    options.setCPUArenaAllocator(config.arena());
    options.addConfigEntry("session.intra_op.allow_spinning", config.spinning() ? "1" : "0");
    if (config.executionProvider() == ExecutionProvider.CUDA) {
      options.addCUDA(cuda(config.device()));
    }
    return options;
  }

  private static OrtCUDAProviderOptions cuda(int device) throws OrtException {
    OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(device);
    // By default the arena doubles, which takes memory that the next batch needs.
    cuda.add("arena_extend_strategy", "kSameAsRequested");
    // An exhaustive search would be paid again for each tile size.
    cuda.add("cudnn_conv_algo_search", "HEURISTIC");
    return cuda;
  }

  static void requireProvider(OnnxConfig config) {
    try (SessionOptions options = of(config)) {
      // That the options could be made is the answer.
    } catch (OrtException e) {
      throw new IllegalStateException(
          "the execution provider "
              + config.executionProvider()
              + " is not available on this machine: "
              + e.getMessage()
              + " (set it to cpu, or use the build with the CUDA runtime on a machine with a GPU)",
          e);
    }
  }
}

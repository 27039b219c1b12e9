package dev.aiupscale.worker.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all models of a worker share.
 *
 * @param turn held while a tile runs: jobs beside each other take turns tile by tile
 */
record OnnxRuntime(
    OrtEnvironment environment, OnnxConfig config, BatchSize batchSize, ReentrantLock turn) {
  static OnnxRuntime of(OnnxConfig config) {
    return new OnnxRuntime(
        SharedThreads.environment(config),
        config,
        new BatchSize(config.batch(), memory(config)),
        new ReentrantLock(true));
  }

  private static DeviceMemory memory(OnnxConfig config) {
    return switch (config.executionProvider()) {
      case CPU -> DeviceMemory.UNBOUNDED;
      case CUDA -> DeviceMemory.nvidia(config.device());
    };
  }

  /**
   * Options for the first run with tiles of a new size. They give back what the arena holds beyond
   * that run: pieces for other sizes, and what it took ahead by doubling, together up to a half.
   */
  RunOptions shrinkingArena() throws OrtException {
    RunOptions options = new RunOptions();
    if (config.arena()) {
      String device =
          config.executionProvider() == ExecutionProvider.CUDA ? "gpu:" + config.device() : "cpu:0";
      options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", device);
    }
    return options;
  }
}

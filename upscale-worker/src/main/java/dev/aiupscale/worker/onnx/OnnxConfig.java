package dev.aiupscale.worker.onnx;

/**
 * How ONNX Runtime computes. The defaults are what was fastest on CPUs when measured; one tile is
 * in flight at a time, since two threads with a tile each gain 5 % for twice the memory.
 *
 * @param executionProvider where the network runs
 * @param device index of the GPU, for CUDA
 * @param intraOpThreads threads within one operator; more than there are cores costs up to a half
 * @param spinning whether idle threads spin: worth 1 % and a core's time in a container
 * @param arena whether memory is pooled: without, it is a fifth slower and needs more
 * @param sessions how many loaded models are kept
 * @param halfPrecision whether models that allow it compute in float16, and again in float32 where
 *     that overflows
 * @param batch tiles that go through the network at once at the most
 */
public record OnnxConfig(
    ExecutionProvider executionProvider,
    int device,
    int intraOpThreads,
    boolean spinning,
    boolean arena,
    int sessions,
    boolean halfPrecision,
    int batch) {
  public OnnxConfig {
    if (intraOpThreads < 1 || sessions < 1 || device < 0 || batch < 1) {
      throw new IllegalArgumentException("intraOpThreads ≥ 1, sessions ≥ 1, device ≥ 0, batch ≥ 1");
    }
  }

  /** CPU, a thread a core, the two most recent models kept. */
  public static OnnxConfig defaults() {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutionProvider cpu = ExecutionProvider.CPU;
    return new OnnxConfig(
        cpu, 0, cores, false, true, 2, cpu.prefersHalfPrecision(), cpu.largestBatch());
  }
}

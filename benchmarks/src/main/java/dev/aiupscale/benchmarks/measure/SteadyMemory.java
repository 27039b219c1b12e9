package dev.aiupscale.benchmarks.measure;

import java.io.IOException;

/** Measures whether a worker's memory grows from job to job. */
public final class SteadyMemory {
  private static final int JOBS = 500;

  private final Bench bench;

  public SteadyMemory(Bench bench) {
    this.bench = bench;
  }

  public SteadyMemoryResult measure(String model) throws IOException {
    Engine engine = bench.engine();
    String[] bytes =
        WorkerProcess.run(
                SteadyMemoryProcess.class,
                engine.models().toString(),
                engine.scratch().toString(),
                model,
                Integer.toString(JOBS))
            .split("\\s+", -1);
    long[] afterJobs = new long[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      afterJobs[i] = Long.parseLong(bytes[i]);
    }
    return SteadyMemoryResult.of(model, afterJobs);
  }
}

package dev.aiupscale.platform.load;

import dev.aiupscale.common.model.ModelDescriptor;
import java.util.List;
import java.util.OptionalDouble;

/** Predicts how long one worker needs for a picture, from what workers measured. */
public final class CostModel {
  /** What a job costs beside its pixels: fetching, coding, storing. */
  public static final double OVERHEAD_SECONDS = 0.3;

  /** A small machine, while no worker has measured itself. */
  private static final double ASSUMED_GFLOPS = 100;

  private CostModel() {}

  /** Predicted seconds for {@code pixels} of input. */
  public static double seconds(ModelDescriptor model, long pixels, List<WorkerPace> workers) {
    return OVERHEAD_SECONDS + pixels / 1e6 * secondsPerMegapixel(model, workers);
  }

  private static double secondsPerMegapixel(ModelDescriptor model, List<WorkerPace> workers) {
    OptionalDouble measured =
        workers.stream()
            .filter(worker -> worker.secondsPerMegapixel().containsKey(model.sha256()))
            .mapToDouble(worker -> worker.secondsPerMegapixel().get(model.sha256()))
            .average();
    return measured.orElseGet(() -> model.gflopPerMegapixel() / gflops(workers));
  }

  private static double gflops(List<WorkerPace> workers) {
    return workers.stream()
        .mapToDouble(WorkerPace::gflops)
        .filter(gflops -> gflops > 0)
        .average()
        .orElse(ASSUMED_GFLOPS);
  }
}

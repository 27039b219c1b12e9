package dev.aiupscale.platform.load;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.plan.NetworkWork;
import java.util.List;
import java.util.OptionalDouble;

/** Predicts how long one worker needs for a job, from what workers measured. */
public final class CostModel {
  /** A small machine, while no worker has measured itself. */
  private static final double ASSUMED_GFLOPS = 100;

  private CostModel() {}

  /** Predicted seconds for a job that {@code model} does. */
  public static double seconds(Job job, ModelDescriptor model, List<WorkerPace> workers) {
    return besideNetworkSeconds(job)
        + NetworkWork.megapixels(job, model) * secondsPerMegapixel(model, workers);
  }

  /** What a job costs when the network is done with it; fetching it is small beside that. */
  public static double besideNetworkSeconds(Job job) {
    return EncodingTail.of(job).toMillis() / 1000.0;
  }

  /** Predicted seconds for 10⁶ pixels that go through the network, halo included. */
  public static double secondsPerMegapixel(ModelDescriptor model, List<WorkerPace> workers) {
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

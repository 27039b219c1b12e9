package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.plan.NetworkWork;
import dev.aiupscale.platform.load.CostModel;
import dev.aiupscale.platform.load.WorkerPace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures how fast this worker is; newer jobs weigh more than older ones. */
@ApplicationScoped
public class MeasuredPace {
  /** Smaller pictures say more of the overhead than of the network. */
  private static final long LEAST_PIXELS = 50_000;

  private static final double WEIGHT_OF_NEWEST = 0.3;

  private final ModelCatalogue models;
  private final Clock clock;
  private final Map<String, Double> secondsPerMegapixel = new ConcurrentHashMap<>();
  private volatile double gflops;

  public MeasuredPace(ModelCatalogue models, Clock clock) {
    this.models = models;
    this.clock = clock;
  }

  /** Only of jobs that were done from their beginning. */
  void measured(Job job, Duration took) {
    double seconds = took.toMillis() / 1000.0 - CostModel.besideNetworkSeconds(job);
    if (isTelling(job) && seconds > 0) {
      models
          .bySha256(job.modelSha256())
          .ifPresent(model -> learn(model, seconds / NetworkWork.megapixels(job, model)));
    }
  }

  /**
   * Whether the job's time says something of the network's: one that was done from its beginning.
   */
  static boolean isTelling(Job job) {
    return job.attempts() == 1 && job.source().pixels() >= LEAST_PIXELS;
  }

  WorkerPace present() {
    return new WorkerPace(clock.instant(), gflops, secondsPerMegapixel);
  }

  private synchronized void learn(ModelDescriptor model, double newest) {
    secondsPerMegapixel.merge(model.sha256(), newest, MeasuredPace::blend);
    double speed = model.gflopPerMegapixel() / newest;
    gflops = gflops == 0 ? speed : blend(gflops, speed);
  }

  private static double blend(double earlier, double newest) {
    return earlier + WEIGHT_OF_NEWEST * (newest - earlier);
  }
}

package dev.aiupscale.benchmarks.fleet;

import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.platform.load.CostModel;
import dev.aiupscale.platform.load.WorkerPace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Pictures of mixed sizes for mixed models, at the costs that the service itself predicts. Mostly
 * small ones for the small model, and a few that take a hundred times as long.
 */
final class PictureMix implements JobMix {
  private record Part(double share, String model, int scale) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(0.70, "esrgan-slim", 2),
          new Part(0.15, "esrgan-medium", 2),
          new Part(0.13, "real-esrgan-general", 4),
          new Part(0.02, "real-esrgan-photo", 4));

  /**
   * Useful 10⁹ operations a second of a worker with two cores: the bare networks reach 420 to 480
   * on a quiet machine (Zen 5), and a job 0.7 of that (docs/performance.md, rows "speed").
   */
  private static final double GFLOPS = 300;

  private static final double MEDIAN_PIXELS = 400_000;
  private static final double PIXELS_SIGMA = 0.8;
  private static final double LEAST_PIXELS = 10_000;
  private static final double MOST_PIXELS = 24_000_000;

  /** How far a prediction is off: one standard deviation of the logarithm. */
  private static final double PREDICTION_SIGMA = 0.15;

  private final ModelCatalogue models;
  private final List<WorkerPace> pace = List.of(new WorkerPace(Instant.EPOCH, GFLOPS, Map.of()));
  private final RandomGenerator random;

  PictureMix(ModelCatalogue models, RandomGenerator random) {
    this.models = models;
    this.random = random;
  }

  @Override
  public FleetJob next(double now) {
    double pixels = MEDIAN_PIXELS * Math.exp(PIXELS_SIGMA * random.nextGaussian());
    long bounded = (long) Math.min(MOST_PIXELS, Math.max(LEAST_PIXELS, pixels));
    double predicted = CostModel.seconds(model(), bounded, pace);
    double seconds = predicted * Math.exp(PREDICTION_SIGMA * random.nextGaussian());
    return new FleetJob(now, predicted, seconds);
  }

  /** Mean predicted seconds of a job: what an operator would have measured. */
  static double meanSeconds(ModelCatalogue models) {
    double meanPixels = MEDIAN_PIXELS * Math.exp(PIXELS_SIGMA * PIXELS_SIGMA / 2);
    PictureMix mix = new PictureMix(models, RandomGenerator.getDefault());
    return PARTS.stream()
        .mapToDouble(
            part -> part.share() * CostModel.seconds(mix.file(part), (long) meanPixels, mix.pace))
        .sum();
  }

  private ModelDescriptor model() {
    double drawn = random.nextDouble();
    for (Part part : PARTS) {
      drawn -= part.share();
      if (drawn < 0) {
        return file(part);
      }
    }
    return file(PARTS.get(PARTS.size() - 1));
  }

  private ModelDescriptor file(Part part) {
    return models.choose(part.model(), part.scale()).orElseThrow();
  }
}

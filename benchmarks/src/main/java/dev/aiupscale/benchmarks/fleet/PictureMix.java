package dev.aiupscale.benchmarks.fleet;

import dev.aiupscale.common.image.BasicMetadata;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.image.SourceImage;
import dev.aiupscale.common.job.ImageId;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobOptions;
import dev.aiupscale.common.job.MetadataPolicy;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.platform.load.CostModel;
import dev.aiupscale.platform.load.WorkerPace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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
   * 10⁹ operations a second of a worker with two cores: the bare networks reach 420 to 480 on a
   * quiet machine (Zen 5), and are 95 % and more of a job's time (docs/performance.md).
   */
  private static final double GFLOPS = 420;

  private static final double MEDIAN_PIXELS = 400_000;
  private static final double PIXELS_SIGMA = 0.8;
  private static final double LEAST_PIXELS = 10_000;
  private static final double MOST_PIXELS = 24_000_000;

  /** Width over height. */
  private static final double ASPECT = 1.5;

  /** How far a prediction is off: one standard deviation of the logarithm. */
  private static final double PREDICTION_SIGMA = 0.15;

  /** Of jobs whose mean is what an operator would measure. */
  private static final int MEASURED_JOBS = 20_000;

  private static final String NOBODY = "0".repeat(64);
  private static final List<WorkerPace> PACE =
      List.of(new WorkerPace(Instant.EPOCH, GFLOPS, Map.of()));

  private final ModelCatalogue models;
  private final RandomGenerator random;

  PictureMix(ModelCatalogue models, RandomGenerator random) {
    this.models = models;
    this.random = random;
  }

  @Override
  public FleetJob next(double now) {
    Part part = part();
    ModelDescriptor model = models.choose(part.model(), part.scale()).orElseThrow();
    double predicted = CostModel.seconds(job(part, model), model, PACE);
    double seconds = predicted * Math.exp(PREDICTION_SIGMA * random.nextGaussian());
    return new FleetJob(now, predicted, seconds);
  }

  /** Mean predicted seconds of a job: what an operator would have measured. */
  static double meanSeconds(ModelCatalogue models) {
    PictureMix mix = new PictureMix(models, Randoms.stream(0, 0));
    return IntStream.range(0, MEASURED_JOBS)
        .mapToDouble(i -> mix.next(0).predictedSeconds())
        .average()
        .orElseThrow();
  }

  private Job job(Part part, ModelDescriptor model) {
    double drawn = MEDIAN_PIXELS * Math.exp(PIXELS_SIGMA * random.nextGaussian());
    double pixels = Math.min(MOST_PIXELS, Math.max(LEAST_PIXELS, drawn));
    int height = (int) Math.sqrt(pixels / ASPECT);
    return Job.queued(
        new JobId(NOBODY),
        new ImageId(NOBODY),
        new JobOptions(
            part.model(),
            part.scale(),
            ResultFormat.PNG,
            0,
            MetadataPolicy.STRIP,
            false,
            true,
            null),
        model.sha256(),
        "p.png",
        new SourceImage((int) (ASPECT * height), height, "png", 1, false),
        true,
        BasicMetadata.NONE,
        List.of(),
        Instant.EPOCH);
  }

  private Part part() {
    double drawn = random.nextDouble();
    for (Part part : PARTS) {
      drawn -= part.share();
      if (drawn < 0) {
        return part;
      }
    }
    return PARTS.get(PARTS.size() - 1);
  }
}

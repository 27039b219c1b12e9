package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.worker.WorkerConfig;
import java.time.Duration;

/**
 * How long an attempt may take: a minimum, and a multiple of what its picture costs the network at
 * the speed that is expected of the slowest worker.
 *
 * @param gflopPerSecond 10⁹ floating point operations that the slowest worker does in a second
 */
record TimeLimit(Duration minimum, double factor, double gflopPerSecond) {
  static TimeLimit of(WorkerConfig.TimeLimitConfig config) {
    return new TimeLimit(config.minimum(), config.factor(), config.gflopPerSecond());
  }

  Duration of(Job job, ModelDescriptor model) {
    double seconds = gflop(job, model) / gflopPerSecond;
    return minimum.plusMillis((long) (1000 * factor * seconds));
  }

  private static double gflop(Job job, ModelDescriptor model) {
    double planes = job.source().alpha() ? 2 : 1;
    return planes * model.gflopPerMegapixel() * 1e-6 * pixels(job, model);
  }

  /** Pixels that go through the network for one plane. */
  private static double pixels(Job job, ModelDescriptor model) {
    double width = job.source().width();
    double height = job.source().height();
    if (job.options().exact() && model.hasStages()) {
      double border = 2.0 * model.exactHalo();
      return (width + border) * (height + border);
    }
    double halo = model.halo(job.options().exact());
    // Tiles of an exact halo are made large enough to give something.
    double tile = Math.max(model.tile(), 3 * halo);
    double useful = (tile - 2 * halo) / tile;
    return width * height / (useful * useful);
  }
}

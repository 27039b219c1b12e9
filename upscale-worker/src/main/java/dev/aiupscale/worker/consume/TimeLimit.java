package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.common.plan.NetworkWork;
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
    double gflop = model.gflopPerMegapixel() * NetworkWork.megapixels(job, model);
    double seconds = gflop / gflopPerSecond;
    return minimum.plusMillis((long) (1000 * factor * seconds));
  }
}

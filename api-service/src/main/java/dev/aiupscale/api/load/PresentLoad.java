package dev.aiupscale.api.load;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.platform.load.CostModel;
import dev.aiupscale.platform.load.WorkerPace;
import dev.aiupscale.platform.load.Workload;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How much work waits. The queue itself says how many jobs, so that nothing drifts; what the mean
 * job costs and who works is known from Redis, as far as it is there.
 */
@ApplicationScoped
public class PresentLoad {
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** While nobody has said what the jobs on the queue cost. */
  private static final double ASSUMED_SECONDS = 5;

  private final JobQueue queue;
  private final Workload workload;
  private final ModelCatalogue models;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Instant readAt = Instant.MIN;
  private volatile Load load = new Load(0, 0, ASSUMED_SECONDS, List.of());

  public PresentLoad(JobQueue queue, Workload workload, ModelCatalogue models, Clock clock) {
    this.queue = queue;
    this.workload = workload;
    this.models = models;
    this.clock = clock;
  }

  /** As it was a second ago at most, or when it was last seen while somebody looks. */
  Load now() {
    if (readAt.plus(FRESH).isBefore(clock.instant()) && looking.tryLock()) {
      try {
        load = look();
      } finally {
        // After a failure, too: what does not answer is not asked by everybody.
        readAt = clock.instant();
        looking.unlock();
      }
    }
    return load;
  }

  /** A job was let in, which the next look will see. */
  synchronized void letIn(Lane lane) {
    load = load.with(lane);
  }

  /** Predicted seconds of work that the job is. */
  double seconds(Job job) {
    List<WorkerPace> workers = now().workers();
    return models
        .bySha256(job.modelSha256())
        .map(model -> CostModel.seconds(job, model, workers))
        .orElse(ASSUMED_SECONDS);
  }

  private Load look() {
    List<WorkerPace> living = workload.livingWorkers();
    return new Load(
        queue.depth(Lane.FRONT),
        queue.depth(Lane.BULK),
        workload.meanSeconds().orElse(ASSUMED_SECONDS),
        // Redis that forgot the workers does not mean that they are gone.
        living.isEmpty() ? load.workers() : living);
  }
}

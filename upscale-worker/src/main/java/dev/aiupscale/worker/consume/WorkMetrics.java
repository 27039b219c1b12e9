package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts what becomes of jobs, and times it. */
@ApplicationScoped
public class WorkMetrics {
  private static final String MODEL = "model";
  private static final Duration[] BOUNDS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1)
  };

  private final MeterRegistry meters;

  public WorkMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** An attempt has begun; before the first one the job has waited in the queue. */
  void begun(Job job) {
    meters.counter("upscale.attempts", MODEL, job.options().model()).increment();
    if (job.attempts() == 1 && job.startedAt() != null) {
      timer("upscale.queue", job)
          .record(positive(Duration.between(job.createdAt(), job.startedAt())));
    }
  }

  /**
   * @param took the last attempt's time
   */
  void done(Job job, Duration took) {
    meters.counter("upscale.jobs.done", MODEL, job.options().model()).increment();
    timer("upscale.work", job).record(took);
    if (MeasuredPace.isTelling(job)) {
      DistributionSummary.builder("upscale.work.seconds.per.megapixel")
          .description("of the picture that was sent, not of the result")
          .tag(MODEL, job.options().model())
          .register(meters)
          .record(took.toMillis() / 1000.0 / (job.source().pixels() / 1e6));
    }
  }

  void failed(Job job, ErrorCode code) {
    meters
        .counter("upscale.jobs.failed", MODEL, job.options().model(), "code", code.name())
        .increment();
  }

  void handedBack(Job job) {
    meters.counter("upscale.jobs.handed.back", MODEL, job.options().model()).increment();
  }

  private Timer timer(String name, Job job) {
    return Timer.builder(name)
        .tag(MODEL, job.options().model())
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }

  /** Two machines' clocks may differ by more than a short wait. */
  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}

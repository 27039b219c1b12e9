package dev.aiupscale.worker.consume;

import dev.aiupscale.platform.load.Workload;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells the API, while this worker takes jobs, that it lives and how fast it is. */
@ApplicationScoped
public class SignOfLife {
  private final Workload workload;
  private final MeasuredPace pace;
  private final ConsumeLoop loop;
  private final String worker = UUID.randomUUID().toString();

  public SignOfLife(Workload workload, MeasuredPace pace, ConsumeLoop loop) {
    this.workload = workload;
    this.pace = pace;
    this.loop = loop;
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void give() {
    if (loop.isRunning()) {
      workload.beat(worker, pace.present());
    }
  }
}

package dev.aiupscale.platform.aws;

import dev.aiupscale.platform.load.WorkerPace;
import dev.aiupscale.platform.load.Workload;
import java.util.List;
import java.util.OptionalDouble;

/** A workload that nothing is known of, as when Redis is down. */
final class NoWorkload implements Workload {
  @Override
  public void queued(double seconds) {}

  @Override
  public void settled(double seconds) {}

  @Override
  public OptionalDouble meanSeconds() {
    return OptionalDouble.empty();
  }

  @Override
  public void beat(String worker, WorkerPace pace) {}

  @Override
  public List<WorkerPace> livingWorkers() {
    return List.of();
  }
}

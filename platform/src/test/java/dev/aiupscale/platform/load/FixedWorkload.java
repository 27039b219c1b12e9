package dev.aiupscale.platform.load;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A workload with always so many workers, of which nothing else is known. */
public record FixedWorkload(int workers) implements Workload {
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
    return Collections.nCopies(workers, new WorkerPace(Instant.EPOCH, 0, Map.of()));
  }
}

package dev.aiupscale.platform.load;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is known of the work that waits, and of who does it. It may vanish at any moment: no method
 * ever fails, and what is not known is empty.
 */
public interface Workload {
  /** A job with this much predicted work was queued. */
  void queued(double seconds);

  /** A job of which {@link #queued} told has left the queue. */
  void settled(double seconds);

  /** Mean predicted seconds of a job on the queue. */
  OptionalDouble meanSeconds();

  /** A sign of life of a worker that takes jobs. */
  void beat(String worker, WorkerPace pace);

  /** The workers that gave a sign of life within the last half minute. */
  List<WorkerPace> livingWorkers();
}

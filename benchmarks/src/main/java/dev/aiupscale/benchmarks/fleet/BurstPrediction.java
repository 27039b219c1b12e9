package dev.aiupscale.benchmarks.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What jobs wait at workers that are there already and stay, by the simulated queue and fleet. */
public final class BurstPrediction {
  private static final long SEED = 1;

  private BurstPrediction() {}

  /**
   * @param arrivals seconds at which jobs come
   * @param costs seconds of a worker's time for each of them
   * @return seconds until a worker takes it, that 95 of 100 jobs do not exceed
   */
  public static double p95(int workers, double[] arrivals, double[] costs) {
    Timeline timeline = new Timeline();
    SimulatedQueue queue = new SimulatedQueue(1, Randoms.stream(SEED, 0));
    Fleet fleet = new Fleet(timeline, queue, MachineModel.STEADFAST, true, Randoms.stream(SEED, 1));
    fleet.want(workers);
    List<FleetJob> jobs = new ArrayList<>();
    for (int i = 0; i < arrivals.length; i++) {
      FleetJob job = new FleetJob(arrivals[i], costs[i], costs[i]);
      jobs.add(job);
      timeline.after(arrivals[i], () -> fleet.submit(job));
    }
    double end = Arrays.stream(arrivals).max().orElse(0) + Arrays.stream(costs).sum() + 1;
    timeline.runUntil(end);
    return p95(jobs.stream().mapToDouble(job -> job.waitedUntil(end)).toArray());
  }

  /** The value that 95 of 100 do not exceed. */
  public static double p95(double[] waits) {
    double[] sorted = waits.clone();
    Arrays.sort(sorted);
    return FleetResult.percentile(sorted, 0.95);
  }
}

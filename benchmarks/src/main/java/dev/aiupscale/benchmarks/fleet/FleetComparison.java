package dev.aiupscale.benchmarks.fleet;

import dev.aiupscale.common.model.ModelCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Puts the policies under the same loads, side by side. */
public final class FleetComparison {
  /** The wait that is promised, and that both queue policies aim at. */
  private static final double ACCEPTABLE_WAIT = 60;

  /** What AWS' rule can be told to aim at instead, to cost as much as ours. */
  private static final double[] OTHER_WAITS = {5, 10, 20, 30, 120, 240, 480};

  private static final GroupSize EARLIER = new GroupSize(1, 3);
  private static final GroupSize GROUP = new GroupSize(1, 5000);
  private static final GroupSize FROM_NONE = new GroupSize(0, 5000);

  /** Below this many pictures a day a group may well shrink to none. */
  private static final double FEW = 1000;

  private final ModelCatalogue models;
  private final double secondsPerJob;
  private final long seed;

  public FleetComparison(ModelCatalogue models, long seed) {
    this.models = models;
    this.secondsPerJob = PictureMix.meanSeconds(models);
    this.seed = seed;
  }

  /** All policies under the load; last ours, and where pictures are few ours from none, too. */
  List<FleetRow> compare(FleetLoad load) {
    FleetRow ours = run(load, "ours", new PredictedWorkPolicy(ACCEPTABLE_WAIT), GROUP);
    List<FleetRow> rows = new ArrayList<>();
    rows.add(run(load, "CPU 20 %, at most 3", new CpuPolicy(0.2), EARLIER));
    rows.add(backlog(load, "AWS backlog", ACCEPTABLE_WAIT));
    rows.add(atCostOf(ours, load));
    rows.add(ours);
    if (load.picturesPerDay() < FEW) {
      PredictedWorkPolicy policy = new PredictedWorkPolicy(ACCEPTABLE_WAIT);
      rows.add(run(load, "ours, from none", policy, FROM_NONE));
    }
    return rows;
  }

  /** AWS' rule with the aim at which it waits least and costs no more; else the cheapest. */
  private FleetRow atCostOf(FleetRow ours, FleetLoad load) {
    List<FleetRow> others =
        DoubleStream.of(OTHER_WAITS)
            .mapToObj(wait -> backlog(load, "AWS backlog, aim " + (int) wait + " s", wait))
            .toList();
    double most = ours.result().instanceHours();
    return others.stream()
        .filter(row -> row.result().instanceHours() <= most)
        .min(Comparator.comparingDouble(row -> row.result().p95()))
        .orElseGet(
            () ->
                others.stream()
                    .min(Comparator.comparingDouble(row -> row.result().instanceHours()))
                    .orElseThrow());
  }

  private FleetRow backlog(FleetLoad load, String label, double wait) {
    return run(load, label, new BacklogPolicy(wait, secondsPerJob), GROUP);
  }

  private FleetRow run(FleetLoad load, String label, ScalingPolicy policy, GroupSize size) {
    FleetCase given = new FleetCase(load, models, MachineModel.SPOT, ACCEPTABLE_WAIT, seed);
    FleetResult result = Simulation.run(given, policy, size);
    return new FleetRow(load.picturesPerDay(), load.pattern().label(), label, result);
  }
}

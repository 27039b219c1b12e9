package dev.aiupscale.benchmarks.fleet;

import java.util.OptionalInt;

/**
 * Target tracking as EC2 Auto Scaling does it: grows after three minutes above the target, shrinks
 * after fifteen minutes below nine tenths of it, in proportion to the metric.
 */
final class TargetTracking {
  private static final int MINUTES_ABOVE = 3;
  private static final int MINUTES_BELOW = 15;
  private static final double BELOW = 0.9;

  private final double target;
  private int above;
  private int below;

  TargetTracking(double target) {
    this.target = target;
  }

  /**
   * Told of the metric once a minute.
   *
   * @param metric mean for each of the instances
   * @param instances that the metric is the mean of
   * @param settled whether no instance is still coming: until then none is taken away
   * @return how many are wanted, where that is to change
   */
  OptionalInt minute(double metric, int instances, boolean settled) {
    above = metric > target ? above + 1 : 0;
    below = metric < BELOW * target ? below + 1 : 0;
    return above >= MINUTES_ABOVE || (below >= MINUTES_BELOW && settled)
        ? OptionalInt.of((int) Math.ceil(instances * metric / target))
        : OptionalInt.empty();
  }
}

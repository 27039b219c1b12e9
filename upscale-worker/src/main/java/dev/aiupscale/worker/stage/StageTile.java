package dev.aiupscale.worker.stage;

import dev.aiupscale.common.plan.StagePlan;
import java.util.List;

/** The size of what a stage takes at a time, its radius on every side included. */
public record StageTile(int width, int height) {
  /** Stage by stage. */
  public static List<StageTile> all(StagePlan plan) {
    return plan.model().stages().stream()
        .map(s -> new StageTile(plan.columns(s).tileLength(), StagePlan.BAND + 2 * s.radius()))
        .toList();
  }
}

package dev.aiupscale.worker.stage;

import dev.aiupscale.common.plan.StagePlan;

/** Hears of every run of a stage. */
public interface StageWatch {
  /** Called before each run; what it throws stops the work. */
  void beforeRun();

  /**
   * @param work a share of {@link StagePlan#work()}
   */
  void ran(double work);
}

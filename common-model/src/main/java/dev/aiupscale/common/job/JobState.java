package dev.aiupscale.common.job;

import java.util.EnumSet;
import java.util.Set;

/** Where a job stands in its life. States move only forward, except for a new run or a new try. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  /** Whether nothing more will happen to the job by itself. */
  public boolean isFinal() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }

  /**
   * Whether a job may go from this state to {@code next} within one run. RUNNING to RUNNING is a
   * new attempt or progress, RUNNING to QUEUED a worker that hands its job back.
   */
  public boolean canBecome(JobState next) {
    return successors().contains(next);
  }

  private Set<JobState> successors() {
    return switch (this) {
      case QUEUED -> EnumSet.of(RUNNING, FAILED, CANCELLED);
      case RUNNING -> EnumSet.of(RUNNING, QUEUED, DONE, FAILED, CANCELLED);
      case DONE, FAILED, CANCELLED -> EnumSet.noneOf(JobState.class);
    };
  }
}

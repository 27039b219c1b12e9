package dev.aiupscale.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What becomes of jobs when machines come and go. */
class FleetTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final MachineModel BOOTS_IN_A_MINUTE =
      new MachineModel(60, 60, NEVER, NEVER, 70, 30);

  private final RandomGenerator random = Randoms.stream(1, 0);
  private final Timeline timeline = new Timeline();
  private final SimulatedQueue queue = new SimulatedQueue(1, random);

  @Test
  void anInstanceTakesJobsOnceItHasBooted() {
    Fleet fleet = fleet(BOOTS_IN_A_MINUTE, true);
    FleetJob job = new FleetJob(0, 1, 1);
    fleet.want(1);
    fleet.submit(job);

    timeline.runUntil(1000);

    assertThat(job.waitedUntil(1000)).isEqualTo(60);
    assertThat(fleet.time().paidSeconds()).isEqualTo(1000);
    assertThat(fleet.time().busySeconds()).isEqualTo(1);
  }

  @Test
  void aProtectedWorkerFinishesBeforeItGoes() {
    Fleet fleet = fleet(MachineModel.STEADFAST, true);
    fleet.want(1);
    timeline.runUntil(1);
    fleet.submit(new FleetJob(1, 500, 500));
    fleet.want(0);

    timeline.runUntil(400);
    assertThat(queue.inWork()).isEqualTo(1);
    timeline.runUntil(1000);

    assertThat(queue.inWork()).isZero();
    assertThat(queue.waiting()).isZero();
    assertThat(fleet.observe().instances()).isZero();
    assertThat(fleet.time().paidSeconds()).isEqualTo(501);
  }

  @Test
  void anUnprotectedWorkerHandsBackWhatDoesNotFitIntoItsGraceTime() {
    Fleet fleet = fleet(MachineModel.STEADFAST, false);
    FleetJob job = new FleetJob(1, 500, 500);
    fleet.want(1);
    timeline.runUntil(1);
    fleet.submit(job);
    timeline.runUntil(101);

    fleet.want(0);

    assertThat(queue.waiting()).isEqualTo(1);
    assertThat(queue.inWork()).isZero();
    assertThat(job.restSeconds()).isEqualTo(400);
  }

  @Test
  void theJobOfALostWorkerIsShownAgainAfterItsVisibilityTimeout() {
    Fleet fleet = fleet(new MachineModel(0, 0, NEVER, 1, 70, 30), true);
    fleet.want(1);
    for (int i = 0; i < 5; i++) {
      fleet.submit(new FleetJob(0, 0.5, 0.5));
    }

    timeline.runUntil(500);

    assertThat(queue.waiting() + queue.inWork()).as("every job is done in the end").isZero();
    assertThat(fleet.observe().instances()).as("lost ones are replaced").isEqualTo(1);
  }

  private Fleet fleet(MachineModel machines, boolean protectsWorking) {
    return new Fleet(timeline, queue, machines, protectsWorking, random);
  }
}

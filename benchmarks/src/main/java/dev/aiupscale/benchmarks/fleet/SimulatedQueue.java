package dev.aiupscale.benchmarks.fleet;

import dev.aiupscale.platform.load.FairShare;
import dev.aiupscale.platform.load.LaneOrder;
import dev.aiupscale.platform.queue.Lane;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The two lanes that jobs wait in. A job in work is hidden. */
final class SimulatedQueue {
  private final SimulatedLane front;
  private final SimulatedLane bulk;
  private int waiting;
  private double waitingSeconds;
  private int inWork;

  /**
   * @param servers that each lane is spread over; with one, the order is kept
   */
  SimulatedQueue(int servers, RandomGenerator random) {
    front = new SimulatedLane(servers, random);
    bulk = new SimulatedLane(servers, random);
  }

  /** Shows a job to the workers. Each is another client's, so that its size decides on the lane. */
  void show(FleetJob job) {
    boolean large = job.predictedSeconds() > FairShare.LARGE_SECONDS;
    lane(large ? Lane.BULK : Lane.FRONT).add(job);
    waiting++;
    waitingSeconds += job.predictedSeconds();
  }

  /** Takes the job that is a worker's turn, and hides it. */
  Optional<FleetJob> receive(LaneOrder order) {
    Optional<FleetJob> received =
        order.next().stream().flatMap(lane -> lane(lane).poll().stream()).findFirst();
    received.ifPresent(
        job -> {
          order.took();
          waiting--;
          waitingSeconds -= job.predictedSeconds();
          inWork++;
        });
    return received;
  }

  /** A job that was hidden is done, or is to be shown again. */
  void left() {
    inWork--;
  }

  int waiting() {
    return waiting;
  }

  /** Predicted seconds of the jobs that nobody works on. */
  double waitingSeconds() {
    return Math.max(0, waitingSeconds);
  }

  int inWork() {
    return inWork;
  }

  private SimulatedLane lane(Lane lane) {
    return lane == Lane.FRONT ? front : bulk;
  }
}

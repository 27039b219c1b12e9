package dev.aiupscale.benchmarks.fleet;

import dev.aiupscale.benchmarks.fleet.SimulatedWorker.State;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** An Auto Scaling group of workers at one queue. */
final class Fleet {
  private final Timeline timeline;
  private final SimulatedQueue queue;
  private final MachineModel machines;
  private final boolean protectsWorking;
  private final RandomGenerator random;
  private final List<SimulatedWorker> staying = new ArrayList<>();
  private final List<SimulatedWorker> idle = new ArrayList<>();
  private final WorkerTime time;
  private int desired;

  /**
   * @param protectsWorking whether only idle workers are chosen to go when the group shrinks
   */
  Fleet(
      Timeline timeline,
      SimulatedQueue queue,
      MachineModel machines,
      boolean protectsWorking,
      RandomGenerator random) {
    this.timeline = timeline;
    this.queue = queue;
    this.machines = machines;
    this.protectsWorking = protectsWorking;
    this.random = random;
    this.time = new WorkerTime(timeline);
  }

  /** Orders or gives back instances until there are as many as are wanted. */
  void want(int instances) {
    desired = instances;
    while (staying.size() < desired) {
      order();
    }
    shrink();
  }

  /** A job that some worker may take. */
  void submit(FleetJob job) {
    queue.show(job);
    if (!idle.isEmpty()) {
      SimulatedWorker worker = idle.remove(random.nextInt(idle.size()));
      time.waits(-1);
      next(worker);
    }
  }

  WorkerTime time() {
    return time;
  }

  Observation observe() {
    return new Observation(
        queue.waiting(),
        queue.waitingSeconds(),
        queue.inWork(),
        staying.size(),
        time.ready(),
        time.busyPart());
  }

  private void order() {
    SimulatedWorker worker = new SimulatedWorker();
    staying.add(worker);
    time.ordered();
    double boot =
        machines.bootLeast() + random.nextDouble() * (machines.bootMost() - machines.bootLeast());
    timeline.after(boot, () -> ready(worker));
    lives(machines.meanUntilNotice(), () -> interrupted(worker));
    lives(machines.meanUntilCrash(), () -> crashed(worker));
  }

  private void lives(double mean, Runnable end) {
    if (Double.isFinite(mean)) {
      timeline.after(-mean * Math.log(1 - random.nextDouble()), end);
    }
  }

  private void ready(SimulatedWorker worker) {
    if (worker.state() == State.BOOTING) {
      next(worker);
    }
  }

  private void next(SimulatedWorker worker) {
    queue.receive(worker.order()).ifPresentOrElse(job -> begin(worker, job), () -> rest(worker));
  }

  private void begin(SimulatedWorker worker, FleetJob job) {
    worker.begin(job, timeline.now());
    time.works(1);
    timeline.after(
        job.restSeconds(),
        () -> {
          if (worker.holds(job)) {
            finished(worker);
          }
        });
  }

  private void rest(SimulatedWorker worker) {
    worker.become(State.IDLE);
    idle.add(worker);
    time.waits(1);
    shrink();
  }

  private void finished(SimulatedWorker worker) {
    worker.letGo();
    queue.left();
    time.works(-1);
    if (worker.state() == State.DRAINING) {
      gone(worker);
    } else if (protectsWorking && staying.size() > desired) {
      staying.remove(worker);
      gone(worker);
    } else {
      next(worker);
    }
  }

  private void shrink() {
    while (staying.size() > desired && !chosenToGo().isEmpty()) {
      List<SimulatedWorker> chosen = chosenToGo();
      drain(chosen.get(random.nextInt(chosen.size())));
    }
  }

  private List<SimulatedWorker> chosenToGo() {
    return protectsWorking ? idle : staying;
  }

  private void interrupted(SimulatedWorker worker) {
    if (staying.contains(worker)) {
      drain(worker);
      want(desired);
    }
  }

  private void drain(SimulatedWorker worker) {
    staying.remove(worker);
    switch (worker.state()) {
      case BUSY -> finishOrHandBack(worker);
      case IDLE -> {
        idle.remove(worker);
        time.waits(-1);
        gone(worker);
      }
      default -> gone(worker);
    }
  }

  private void finishOrHandBack(SimulatedWorker worker) {
    if (worker.restSeconds(timeline.now()) <= machines.graceTime()) {
      worker.become(State.DRAINING);
      return;
    }
    double worked = worker.workedSeconds(timeline.now());
    FleetJob job = worker.letGo();
    job.worked(worked);
    time.works(-1);
    gone(worker);
    queue.left();
    submit(job);
  }

  private void crashed(SimulatedWorker worker) {
    if (!staying.contains(worker)) {
      return;
    }
    if (worker.state() == State.BUSY) {
      FleetJob job = worker.letGo();
      time.works(-1);
      timeline.after(
          machines.visibilityTimeout(),
          () -> {
            queue.left();
            submit(job);
          });
      staying.remove(worker);
      gone(worker);
    } else {
      drain(worker);
    }
    want(desired);
  }

  private void gone(SimulatedWorker worker) {
    worker.become(State.GONE);
    time.gone();
  }
}

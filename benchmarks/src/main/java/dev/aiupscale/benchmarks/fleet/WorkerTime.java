package dev.aiupscale.benchmarks.fleet;

/** Adds up what a fleet's instances do: paid, ready and busy seconds. */
final class WorkerTime {
  private final Timeline timeline;
  private int instances;
  private int idle;
  private int busy;
  private double countedUntil;
  private double paidSeconds;
  private double readySeconds;
  private double busySeconds;
  private double observedReady;
  private double observedBusy;

  WorkerTime(Timeline timeline) {
    this.timeline = timeline;
  }

  void ordered() {
    count();
    instances++;
  }

  void gone() {
    count();
    instances--;
  }

  void waits(int change) {
    count();
    idle += change;
  }

  void works(int change) {
    count();
    busy += change;
  }

  int ready() {
    return idle + busy;
  }

  /** Seconds of instances, from their order until they are gone. */
  double paidSeconds() {
    count();
    return paidSeconds;
  }

  /** Seconds in which workers worked. */
  double busySeconds() {
    count();
    return busySeconds;
  }

  /** The busy part of the ready workers' time since this was last asked. */
  double busyPart() {
    count();
    double ready = readySeconds - observedReady;
    double part = ready == 0 ? 0 : (busySeconds - observedBusy) / ready;
    observedReady = readySeconds;
    observedBusy = busySeconds;
    return part;
  }

  private void count() {
    double passed = timeline.now() - countedUntil;
    countedUntil = timeline.now();
    paidSeconds += passed * instances;
    readySeconds += passed * (idle + busy);
    busySeconds += passed * busy;
  }
}

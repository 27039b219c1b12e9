package dev.aiupscale.benchmarks.fleet;

/** A job on its way: when it came, what it was predicted to cost, and what is left of it. */
final class FleetJob {
  private final double arrivedAt;
  private final double predictedSeconds;
  private double restSeconds;
  private double firstStart = Double.NaN;

  /**
   * @param predictedSeconds of work, as the queue is told
   * @param seconds of work that it really is
   */
  FleetJob(double arrivedAt, double predictedSeconds, double seconds) {
    this.arrivedAt = arrivedAt;
    this.predictedSeconds = predictedSeconds;
    this.restSeconds = seconds;
  }

  double predictedSeconds() {
    return predictedSeconds;
  }

  double restSeconds() {
    return restSeconds;
  }

  void started(double now) {
    if (Double.isNaN(firstStart)) {
      firstStart = now;
    }
  }

  /** A worker gave it back after {@code seconds} of work, which its checkpoints keep. */
  void worked(double seconds) {
    restSeconds = Math.max(0, restSeconds - seconds);
  }

  /** Seconds from its arrival until a worker first took it, or until {@code end}. */
  double waitedUntil(double end) {
    return (Double.isNaN(firstStart) ? end : firstStart) - arrivedAt;
  }
}

package dev.aiupscale.benchmarks.fleet;

/** A metric's mean and largest value over minutes, as CloudWatch keeps them. */
final class Minute {
  private static final int LOOKS = (int) (60 / ScalingPolicy.LOOK_EVERY);

  private double sum;
  private double largest;
  private int looks;

  void add(double value) {
    if (looks == LOOKS) {
      looks = 0;
      sum = 0;
      largest = 0;
    }
    sum += value;
    largest = Math.max(largest, value);
    looks++;
  }

  /** Whether a minute has ended with the last value. */
  boolean isOver() {
    return looks == LOOKS;
  }

  /** Of the minute that is over. */
  double mean() {
    return sum / looks;
  }

  /** Of the minute that is over. */
  double largest() {
    return largest;
  }
}

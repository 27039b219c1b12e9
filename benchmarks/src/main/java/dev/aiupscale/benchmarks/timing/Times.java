package dev.aiupscale.benchmarks.timing;

import java.util.List;
import java.util.stream.IntStream;

/** The seconds that one work took, round by round. */
public record Times(List<Double> seconds) {
  public Times {
    seconds = List.copyOf(seconds);
  }

  public double median() {
    return Median.of(seconds);
  }

  public int rounds() {
    return seconds.size();
  }

  /**
   * How many times longer this took than {@code other} in the same round, the median of the rounds:
   * what else the machine did in a round weighs on both.
   */
  public double over(Times other) {
    if (other.rounds() != rounds()) {
      throw new IllegalArgumentException("works of the same rounds can be compared, no others");
    }
    return Median.of(
        IntStream.range(0, rounds())
            .mapToObj(round -> seconds.get(round) / other.seconds.get(round))
            .toList());
  }
}

package dev.aiupscale.benchmarks.timing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Takes the time of several works in turn, so that a machine that slows down slows all of them.
 *
 * @param most rounds at the most
 * @param enough no further round begins after this time
 * @param nanoTime a clock such as {@link System#nanoTime}
 */
public record Rounds(int most, Duration enough, LongSupplier nanoTime) {
  public Rounds {
    if (most < 1) {
      throw new IllegalArgumentException("at least 1 round");
    }
  }

  /**
   * The times of each work, in the order of {@code works}, after one run of each to warm up. Works
   * that take all of the time at once need no warming up: their first run is the only round.
   */
  public List<Times> interleave(List<Work> works) throws IOException {
    long began = nanoTime.getAsLong();
    List<List<Double>> rounds = new ArrayList<>();
    List<Double> first = round(works);
    if (isEnough(began)) {
      rounds.add(first);
    } else {
      began = nanoTime.getAsLong();
      do {
        rounds.add(round(works));
      } while (rounds.size() < most && !isEnough(began));
    }
    return IntStream.range(0, works.size())
        .mapToObj(work -> new Times(rounds.stream().map(round -> round.get(work)).toList()))
        .toList();
  }

  private List<Double> round(List<Work> works) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (Work work : works) {
      seconds.add(secondsOf(work));
    }
    return seconds;
  }

  private boolean isEnough(long began) {
    return nanoTime.getAsLong() - began >= enough.toNanos();
  }

  private double secondsOf(Work work) throws IOException {
    long began = nanoTime.getAsLong();
    work.run();
    return (nanoTime.getAsLong() - began) / 1e9;
  }
}

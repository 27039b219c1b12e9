package dev.aiupscale.benchmarks.timing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Takes the time of several works in turn, so that a machine that slows down slows all of them.
 *
 * @param most rounds at the most
 * @param enough no further round begins after this time; the first always does
 * @param nanoTime a clock such as {@link System#nanoTime}
 */
public record Rounds(int most, Duration enough, LongSupplier nanoTime) {
  public Rounds {
    if (most < 1) {
      throw new IllegalArgumentException("at least 1 round");
    }
  }

  /** The times of each work, in the order of {@code works}, after one run of each to warm up. */
  public List<Times> interleave(List<Work> works) throws IOException {
    for (Work work : works) {
      work.run();
    }
    List<List<Double>> seconds = new ArrayList<>();
    works.forEach(work -> seconds.add(new ArrayList<>()));
    long began = nanoTime.getAsLong();
    for (int round = 0; round < most && (round == 0 || !isEnough(began)); round++) {
      for (int i = 0; i < works.size(); i++) {
        seconds.get(i).add(secondsOf(works.get(i)));
      }
    }
    return seconds.stream().map(Times::new).toList();
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

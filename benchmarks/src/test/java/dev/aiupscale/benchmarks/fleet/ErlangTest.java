package dev.aiupscale.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queue and its workers against queueing theory, where that has an exact answer. */
class ErlangTest {
  private static final int JOBS = 400_000;

  @ParameterizedTest
  @CsvSource({"1, 0.5", "1, 0.8", "3, 2.1", "10, 8", "40, 36"})
  void theMeanWaitIsErlangsC(int workers, double erlangs) {
    double[] waits = waits(workers, erlangs, 8);

    double mean = mean(waits);
    double expected = erlangC(workers, erlangs) / (workers - erlangs);
    assertThat(mean).isCloseTo(expected, within(0.08 * expected));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "3, 2.1", "10, 8"})
  void thePartOfJobsThatWaitsIsErlangsC(int workers, double erlangs) {
    double[] waits = waits(workers, erlangs, 1);

    double waiting = count(waits, 0) / (double) waits.length;
    assertThat(waiting).isCloseTo(erlangC(workers, erlangs), within(0.02));
  }

  @Test
  void theWaitAtOneWorkerIsDistributedAsTheorySays() {
    double[] waits = waits(1, 0.8, 1);

    // P(W > t) = ρ · exp(-(1 - ρ) · t), for a mean service time of 1
    for (double t : new double[] {1, 5, 10}) {
      double expected = 0.8 * Math.exp(-0.2 * t);
      assertThat(count(waits, t) / (double) waits.length).isCloseTo(expected, within(0.02));
    }
  }

  /** Waits of jobs of one second on average, exponential, at as many steadfast workers. */
  private static double[] waits(int workers, double erlangs, int servers) {
    RandomGenerator random = Randoms.stream(7, 0);
    Timeline timeline = new Timeline();
    SimulatedQueue queue = new SimulatedQueue(servers, random);
    Fleet fleet = new Fleet(timeline, queue, MachineModel.STEADFAST, true, random);
    fleet.want(workers);
    List<FleetJob> jobs = new ArrayList<>();
    double at = 0;
    for (int i = 0; i < JOBS; i++) {
      at += exponential(random) / erlangs;
      double arrival = at;
      FleetJob job = new FleetJob(arrival, 1, exponential(random));
      jobs.add(job);
      timeline.after(arrival, () -> fleet.submit(job));
    }
    double end = at + 1000;
    timeline.runUntil(end);
    return jobs.stream().skip(JOBS / 20).mapToDouble(job -> job.waitedUntil(end)).toArray();
  }

  private static double exponential(RandomGenerator random) {
    return -Math.log(1 - random.nextDouble());
  }

  /** The part of jobs that waits at {@code c} workers under {@code a} erlangs (Erlang, 1917). */
  private static double erlangC(int c, double a) {
    double blocking = 1;
    for (int k = 1; k <= c; k++) {
      blocking = a * blocking / (k + a * blocking);
    }
    return blocking / (1 - a / c * (1 - blocking));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static long count(double[] values, double above) {
    long count = 0;
    for (double value : values) {
      count += value > above ? 1 : 0;
    }
    return count;
  }
}

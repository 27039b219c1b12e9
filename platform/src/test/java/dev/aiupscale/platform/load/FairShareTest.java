package dev.aiupscale.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.job.Demand;
import dev.aiupscale.platform.SetClock;
import dev.aiupscale.platform.load.SimulatedQueue.Upload;
import dev.aiupscale.platform.load.SimulatedQueue.Wait;
import dev.aiupscale.platform.queue.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairShareTest {
  private static final int WORKERS = 4;
  private static final int MANY = 10_000;
  private static final double SECONDS_OF_MANY = 1;

  private final SetClock clock = new SetClock();
  private final FairShare share =
      new FairShare(new LocalAccounts(), new FixedWorkload(1), SimulatedQueue.CONFIG, clock);

  @Test
  void whoeverOwesTooMuchIsNotLetInAndWhatIsGivenBackMakesRoom() {
    Demand ten = new Demand("a", 10);
    Lane lane = share.placeBelow(15, ten).orElseThrow();
    assertThat(share.placeBelow(15, ten)).isPresent();
    assertThat(share.placeBelow(15, ten)).isEmpty();
    assertThat(share.owed("a")).isEqualTo(20);

    share.giveBack(ten, lane);

    assertThat(share.owed("a")).isEqualTo(10);
    assertThat(share.placeBelow(15, ten)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void besideTenThousandOfOneClientAnothersTimeToResultGrowsLessThanTwofold(long seed) {
    Rush rush = new Rush(seed, 0.5);

    double before = rush.alone(Wait::toResult);
    double fair = rush.beside(true, Wait::toResult);
    double unfair = rush.beside(false, Wait::toResult);

    System.out.printf(
        "seed %d: p95 to result: %.2f s alone, %.2f s beside 10,000, %.0f s in one queue%n",
        seed, before, fair, unfair);
    assertThat(fair).isLessThan(2 * before);
    assertThat(unfair).isGreaterThan(100 * before);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whereWorkersAreBusyAnywayAnothersWaitToStartGrowsLessThanTwofold(long seed) {
    Rush rush = new Rush(seed, 0.75);

    double before = rush.alone(Wait::toStart);
    double fair = rush.beside(true, Wait::toStart);

    System.out.printf(
        "seed %d: p95 to start, workers three quarters busy: %.2f s alone, %.2f s beside 10,000%n",
        seed, before, fair);
    assertThat(fair).isLessThan(2 * before);
  }

  /** Nothing preempts: who found a worker idle before waits for the rest of a job now. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whereWorkersWereHalfIdleAnothersWaitToStartGrowsByLessThanOneJob(long seed) {
    Rush rush = new Rush(seed, 0.5);

    double before = rush.alone(Wait::toStart);
    double fair = rush.beside(true, Wait::toStart);

    System.out.printf(
        "seed %d: p95 to start, workers half idle: %.2f s alone, %.2f s beside 10,000%n",
        seed, before, fair);
    assertThat(fair).isLessThan(before + SECONDS_OF_MANY);
  }

  @Test
  void aLargeJobWaitsWhereSmallOnesOvertakeIt() {
    assertThat(place("a", 61)).isEqualTo(Lane.BULK);
    assertThat(place("b", 3)).isEqualTo(Lane.FRONT);
  }

  @Test
  void theFirstJobOfAClientIsInFrontEvenWhenItIsMoreThanItsShare() {
    assertThat(place("a", 20)).isEqualTo(Lane.FRONT);
    assertThat(place("a", 1)).isEqualTo(Lane.BULK);
  }

  @Test
  void aShareComesBackWithTime() {
    place("a", 5);
    assertThat(place("a", 1)).isEqualTo(Lane.BULK);

    clock.pass(Duration.ofSeconds(60));

    assertThat(place("a", 1)).isEqualTo(Lane.FRONT);
  }

  @Test
  void whatAClientOwesShrinksByASecondEachSecond() {
    place("a", 10);
    assertThat(share.owed("a")).isEqualTo(10);

    clock.pass(Duration.ofSeconds(4));

    assertThat(share.owed("a")).isEqualTo(6);
    assertThat(share.owed("b")).isZero();
  }

  private Lane place(String client, double seconds) {
    return share.place(new Demand(client, seconds));
  }

  /** Twenty clients, the one that is looked at among them, and a further one that sends 10,000. */
  private static final class Rush {
    private final List<Upload> usual = new ArrayList<>();
    private final List<Upload> rushed = new ArrayList<>();

    /**
     * @param busy part of the workers' time that the twenty take
     */
    Rush(long seed, double busy) {
      Random random = new Random(seed);
      double at = 0;
      while (at < 4000) {
        at += -Math.log(1 - random.nextDouble()) / (busy * WORKERS);
        int client = random.nextInt(20);
        usual.add(
            new Upload(client == 0 ? "one" : "other-" + client, at, 0.5 + random.nextDouble()));
      }
      rushed.addAll(usual);
      IntStream.range(0, MANY)
          .forEach(i -> rushed.add(new Upload("many", 300 + i / 50.0, SECONDS_OF_MANY)));
      rushed.sort(Comparator.comparingDouble(Upload::at));
    }

    double alone(ToDoubleFunction<Wait> measure) {
      return p95(new SimulatedQueue(WORKERS, true).waits("one", usual), measure);
    }

    double beside(boolean fair, ToDoubleFunction<Wait> measure) {
      return p95(new SimulatedQueue(WORKERS, fair).waits("one", rushed), measure);
    }
  }

  private static double p95(List<Wait> waits, ToDoubleFunction<Wait> measure) {
    List<Double> sorted = waits.stream().map(measure::applyAsDouble).sorted().toList();
    return sorted.get((int) (0.95 * (sorted.size() - 1)));
  }
}

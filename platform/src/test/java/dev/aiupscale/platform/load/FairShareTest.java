package dev.aiupscale.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.platform.load.SimulatedQueue.Upload;
import dev.aiupscale.platform.queue.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairShareTest {
  private static final int WORKERS = 4;
  private static final int MANY = 10_000;
  private static final Instant NOW = Instant.EPOCH;

  private final FairShare share = new FairShare(Duration.ofSeconds(5));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void withOneClientThatSendsTenThousandAnothersWaitGrowsLessThanTwofold(long seed) {
    List<Upload> usual = usual(seed);
    List<Upload> rushed = new ArrayList<>(usual);
    IntStream.range(0, MANY).forEach(i -> rushed.add(new Upload("many", 300 + i / 50.0, 1)));
    rushed.sort(Comparator.comparingDouble(Upload::at));

    double before = p95(new SimulatedQueue(WORKERS, true).waits("one", usual));
    double fair = p95(new SimulatedQueue(WORKERS, true).waits("one", rushed));
    double unfair = p95(new SimulatedQueue(WORKERS, false).waits("one", rushed));

    System.out.printf(
        "seed %d: p95 from upload to result: %.2f s alone, %.2f s beside 10,000, %.0f s in one queue%n",
        seed, before, fair, unfair);
    assertThat(fair).isLessThan(2 * before);
    assertThat(unfair).isGreaterThan(100 * before);
  }

  @Test
  void aLargeJobWaitsWhereSmallOnesOvertakeIt() {
    assertThat(share.place("a", 61, 1, NOW)).isEqualTo(Lane.BULK);
    assertThat(share.place("b", 3, 1, NOW)).isEqualTo(Lane.FRONT);
  }

  @Test
  void theFirstJobOfAClientIsInFrontEvenWhenItIsMoreThanItsShare() {
    assertThat(share.place("a", 20, 1, NOW)).isEqualTo(Lane.FRONT);
    assertThat(share.place("a", 1, 1, NOW)).isEqualTo(Lane.BULK);
  }

  @Test
  void aShareComesBackWithTime() {
    share.place("a", 5, 1, NOW);
    assertThat(share.place("a", 1, 1, NOW)).isEqualTo(Lane.BULK);

    assertThat(share.place("a", 1, 1, NOW.plusSeconds(60))).isEqualTo(Lane.FRONT);
  }

  @Test
  void whatAClientOwesShrinksByASecondEachSecond() {
    share.place("a", 40, 4, NOW);

    assertThat(share.owed("a", NOW)).isEqualTo(10);
    assertThat(share.owed("a", NOW.plusSeconds(4))).isEqualTo(6);
    assertThat(share.owed("b", NOW)).isZero();
  }

  /** Twenty clients that keep the workers half busy, the one that is looked at among them. */
  private static List<Upload> usual(long seed) {
    Random random = new Random(seed);
    List<Upload> uploads = new ArrayList<>();
    double at = 0;
    while (at < 4000) {
      at += -Math.log(1 - random.nextDouble()) / (0.5 * WORKERS);
      int client = random.nextInt(20);
      uploads.add(
          new Upload(client == 0 ? "one" : "other-" + client, at, 0.5 + random.nextDouble()));
    }
    return uploads;
  }

  private static double p95(List<Double> waits) {
    List<Double> sorted = waits.stream().sorted().toList();
    return sorted.get((int) (0.95 * (sorted.size() - 1)));
  }
}

package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForecastTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  /**
   * Tiles as they were seen in jobs: the first up to four times slower, the others by up to a
   * quarter faster or slower, a start before the first tile, an encoder after the last.
   */
  @ParameterizedTest
  @CsvSource({
    "30, 500, 0, 1500",
    "60, 300, 0, 300",
    "400, 120, 0, 2000",
    "18, 900, 4000, 500",
    "100, 2500, 30000, 4000"
  })
  void afterATenthTheRestIsForeseenWithinThirtyPercent(
      int tiles, int millisEach, int tailMillis, int startMillis) {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    long[] ends = new long[tiles];
    long now = startMillis;
    for (int tile = 0; tile < tiles; tile++) {
      now += (long) (millisEach * (tile == 0 ? 4 : 0.75 + random.nextDouble() / 2));
      ends[tile] = now;
    }
    long end = now + tailMillis;
    Forecast forecast = new Forecast(NOON, Duration.ofMillis(tailMillis));
    forecast.networkBegins(NOON.plusMillis(startMillis));

    double share = 0;
    for (int tile = 0; tile < tiles; tile++) {
      forecast.done((tile + 1.0) / tiles, NOON.plusMillis(ends[tile]));
      double rest = (end - ends[tile]) / 1000.0;
      if (ends[tile] > end / 10 && tile > 0) {
        assertThat(forecast.restSeconds().getAsDouble())
            .as("after tile %d with -Dseed=%d", tile, seed)
            .isBetween(0.7 * rest - 1, 1.3 * rest + 1);
      }
      share = forecast.share();
    }
    assertThat(share).isCloseTo((end - tailMillis) / (double) end, within(1e-9));
  }

  /**
   * When the tiles of real jobs were there, in milliseconds, on a machine with other work: the
   * network's begin first, the end of the job last.
   */
  static Stream<List<Integer>> recordedJobs() {
    return Stream.of(
        // esrgan-medium ×2, 900×700
        List.of(
            562, 2288, 3893, 5093, 6633, 7951, 9358, 11135, 12336, 13565, 15047, 16326, 17571,
            18856, 20192, 21548, 21583),
        // esrgan-medium ×2, 1200×900
        List.of(
            1012, 3707, 5946, 7824, 10000, 12087, 14289, 16169, 17401, 18992, 20721, 23072, 24806,
            26899, 30006, 32234, 34101, 35628, 37805, 40956, 42508, 44772, 49747, 51296, 53889,
            53921),
        // esrgan-slim ×4, 1920×1080
        List.of(
            168, 1671, 2533, 3767, 4664, 5190, 6200, 6942, 7789, 8298, 8878, 10410, 11126, 11746,
            13032, 13976, 14403, 14864, 15744, 16749, 17375, 17990, 19085, 19975, 20479, 20893,
            21505, 22220, 23430, 23862, 24260, 25337, 26341, 27240, 27862, 28407, 29682, 31284,
            32706, 33431, 33847, 34811, 35417, 36053, 36717, 37458, 38302, 39143, 40025, 40439,
            41048, 41241),
        // real-esrgan-photo ×4, 320×240
        List.of(1182, 44140, 99113, 150390, 204917, 204996));
  }

  @ParameterizedTest
  @MethodSource("recordedJobs")
  void theRestOfARealJobIsForeseenWithinThirtyPercent(List<Integer> millis) {
    int tiles = millis.size() - 2;
    int end = millis.get(tiles + 1);
    Forecast forecast = new Forecast(NOON, Duration.ofMillis(300));
    forecast.networkBegins(NOON.plusMillis(millis.get(0)));

    for (int tile = 1; tile <= tiles; tile++) {
      forecast.done((double) tile / tiles, NOON.plusMillis(millis.get(tile)));
      double rest = (end - millis.get(tile)) / 1000.0;
      if (millis.get(tile) > end / 10) {
        // Whole seconds are told: half of one more or less is not seen.
        assertThat(forecast.restSeconds().getAsDouble())
            .as("after tile %d", tile)
            .isBetween(0.7 * rest - 0.5, 1.3 * rest + 0.5);
      }
    }
  }

  @Test
  void theFirstTileAloneGivesAForecastToo() {
    Forecast forecast = new Forecast(NOON, Duration.ZERO);
    forecast.networkBegins(NOON.plusSeconds(5));
    forecast.done(0.25, NOON.plusSeconds(15));

    assertThat(forecast.restSeconds()).hasValue(30);
    assertThat(forecast.share()).isEqualTo(15.0 / 45);
  }

  @Test
  void whatAnEarlierAttemptLeftIsNoFastWork() {
    Forecast forecast = new Forecast(NOON, Duration.ZERO);
    forecast.networkBegins(NOON);
    for (int tile = 1; tile <= 60; tile++) {
      forecast.restored(tile / 100.0, NOON.plusMillis(10 * tile));
    }
    assertThat(forecast.restSeconds()).isEmpty();
    Instant restored = NOON.plusMillis(600);

    forecast.done(0.61, restored.plusSeconds(9));
    forecast.done(0.62, restored.plusSeconds(11));
    forecast.restored(0.72, restored.plusSeconds(12));

    assertThat(forecast.restSeconds().getAsDouble()).isCloseTo(2 * 28, offset(1e-6));
    // As if the 70 restored tiles had taken two seconds each, too.
    double spent = 12.6 + 2 * 70;
    assertThat(forecast.share()).isCloseTo(spent / (spent + 2 * 28), offset(1e-6));
  }

  @Test
  void nothingIsForeseenBeforeAnythingIsDone() {
    Forecast forecast = new Forecast(NOON, Duration.ZERO);
    forecast.networkBegins(NOON);

    assertThat(forecast.restSeconds()).isEmpty();
    assertThat(forecast.share()).isZero();
  }
}

package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(share).isEqualTo((end - tailMillis) / (double) end);
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
  void nothingIsForeseenBeforeAnythingIsDone() {
    Forecast forecast = new Forecast(NOON, Duration.ZERO);
    forecast.networkBegins(NOON);

    assertThat(forecast.restSeconds()).isEmpty();
    assertThat(forecast.share()).isZero();
  }
}

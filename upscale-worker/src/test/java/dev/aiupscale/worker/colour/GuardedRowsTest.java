package dev.aiupscale.worker.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedRowsTest {
  private static final int SCALE = 2;

  /** Darker, flatter and shifted, more than any network that is served. */
  private static final IntUnaryOperator DRIFT = sample -> Math.round(0.85f * sample + 9);

  /** Patches of 32 px of 6 levels a channel. */
  private static final Pixels CHART =
      (x, y, channel) -> {
        int patch = x / 32 + 36 * (y / 32);
        return channel == 0 ? patch % 6 * 51 : channel == 1 ? patch / 6 % 6 * 51 : patch / 36 * 51;
      };

  private double strongest;

  @Test
  void aSoundResultStaysAsItIsBitForBit() {
    Random random = new Random(3);
    int[] noise = random.ints(200 * 150 * 3, -20, 21).toArray();
    Pixels source = (x, y, channel) -> 40 + (x + y) / 2 + 30 * channel;
    Pixels result =
        (x, y, channel) ->
            source.sample(x / SCALE, y / SCALE, channel) + noise[(y * 200 + x) * 3 + channel];

    assertThat(guarded(source, result, 100, 75, SCALE)).isDeepEqualTo(samples(result, 200, 150));
    assertThat(strongest).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 8})
  void aDriftOfAllColoursIsUndoneOnAColourChart(int scale) {
    int[][] made = guarded(CHART, CHART.enlarged(scale).with(DRIFT), 36 * 32, 6 * 32, scale);

    assertThat(farthest(made, CHART.enlarged(scale))).isLessThanOrEqualTo(3);
    assertThat(strongest).isGreaterThan(20);
  }

  @Test
  void anEdgeHasNoHalo() {
    Pixels edge = (x, y, channel) -> x + y / 3 < 90 ? 25 : 230;

    int[][] made = guarded(edge, edge.enlarged(SCALE).with(DRIFT), 200, 100, SCALE);

    assertThat(farthest(made, edge.enlarged(SCALE))).isLessThanOrEqualTo(1);
  }

  @Test
  void aRampStaysARampWithoutBands() {
    Pixels ramp = (x, y, channel) -> x / 4;
    int width = 1024;

    int[][] made = guarded(ramp, ramp.enlarged(SCALE).with(DRIFT), width, 40, SCALE);

    // Where the drift passes through zero it is too small to be corrected.
    assertThat(farthest(made, ramp.enlarged(SCALE))).isLessThanOrEqualTo(2);
    for (int[] row : made) {
      assertThat(row).isEqualTo(made[0]);
      for (int i = 3; i < row.length; i++) {
        assertThat(row[i] - row[i - 3]).as("step at %d", i / 3).isBetween(0, 2);
      }
    }
  }

  @Test
  void detailThatTheNetworkDrewIsKept() {
    Pixels grey = (x, y, channel) -> 120;
    Pixels drawn = (x, y, channel) -> 120 - 15 + ((x + y) % 2 == 0 ? 40 : -40);

    int[][] made = guarded(grey, drawn, 64, 64, SCALE);

    assertThat(made[10][30]).isEqualTo(160);
    assertThat(made[10][33]).isEqualTo(80);
  }

  @Test
  void edgesThatBecameThinnerChangeNoColourAroundThem() {
    Pixels lines = (x, y, channel) -> x % 8 == 0 ? 40 : 250;
    Pixels thinner = (x, y, channel) -> x % 16 == 0 ? 10 : 250;

    int[][] made = guarded(lines, thinner, 160, 60, SCALE);

    assertThat(made).isDeepEqualTo(samples(thinner, 320, 120));
  }

  @Test
  void aThinStrokeIsNotBleachedByAGroundThatIsAFewLevelsUneven() {
    Pixels text = (x, y, channel) -> x % 16 == 8 ? 40 : 235;
    Pixels uneven =
        (x, y, channel) -> x / SCALE % 16 == 8 ? 40 : 231 + (x / (16 * SCALE) % 2 == 0 ? 3 : -3);

    int[][] made = guarded(text, uneven, 160, 60, SCALE);

    assertThat(made[50][3 * 8 * SCALE]).isLessThan(75);
    assertThat(made[50][3 * 12 * SCALE]).isBetween(234 - 3, 236 + 3);
  }

  @Test
  void aDriftThatIsOnlyInOnePlaceIsUndoneThereAlone() {
    Pixels grey = (x, y, channel) -> 128;
    Pixels stained =
        (x, y, channel) ->
            128 + (int) Math.round(40 * Math.exp(-(sq(x - 200) + sq(y - 200)) / 8000.0));

    int[][] made = guarded(grey, stained, 300, 200, SCALE);

    assertThat(farthest(made, grey)).isLessThanOrEqualTo(5);
    assertThat(made[10][3 * 580]).isEqualTo(128);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 300", "300, 1", "17, 31", "16, 16", "15, 33", "48, 49", "40000, 20"})
  void everySizeIsCorrectedToItsLastPixel(int width, int height) {
    Pixels grey = (x, y, channel) -> 100 + channel;

    int[][] made = guarded(grey, grey.enlarged(4).with(DRIFT), width, height, 4);

    assertThat(farthest(made, grey)).isLessThanOrEqualTo(1);
  }

  private int[][] guarded(Pixels source, Pixels result, int width, int height, int scale) {
    GuardedRows guard =
        new GuardedRows(
            result.rows(width * scale, height * scale), source.rows(width, height), scale);
    int[][] made = new int[guard.height()][guard.width() * 3];
    byte[] row = new byte[guard.width() * 3];
    for (int[] samples : made) {
      guard.next(row);
      for (int i = 0; i < samples.length; i++) {
        samples[i] = row[i] & 0xff;
      }
    }
    strongest = guard.strongest();
    return made;
  }

  private static int[][] samples(Pixels pixels, int width, int height) {
    int[][] samples = new int[height][width * 3];
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < width * 3; i++) {
        samples[y][i] = pixels.sample(i / 3, y, i % 3);
      }
    }
    return samples;
  }

  private static int farthest(int[][] made, Pixels wanted) {
    int farthest = 0;
    for (int y = 0; y < made.length; y++) {
      for (int i = 0; i < made[y].length; i++) {
        farthest = Math.max(farthest, Math.abs(made[y][i] - wanted.sample(i / 3, y, i % 3)));
      }
    }
    return farthest;
  }

  private static int sq(int value) {
    return value * value;
  }
}

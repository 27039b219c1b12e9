package dev.aiupscale.common.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class TileGridPropertyTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @RepeatedTest(200)
  void everyPixelIsGivenOnceByATileThatSeesItsWholeHalo(RepetitionInfo repetition) {
    long seed = SEED + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    int width = 1 + random.nextInt(random.nextBoolean() ? 5 : 700);
    int height = 1 + random.nextInt(random.nextBoolean() ? 5 : 700);
    int halo = random.nextInt(60);
    int tile = 1 + random.nextInt(300);
    TileGrid grid = TileGrid.of(width, height, halo, tile, tile);
    String where = grid + " with -Dseed=" + (seed - repetition.getCurrentRepetition());

    byte[] given = new byte[width * height];
    for (int row = 0; row < grid.rows().count(); row++) {
      for (int column = 0; column < grid.columns().count(); column++) {
        Tile one = grid.tile(column, row);
        requireHalo(one.x(), grid.columns(), where);
        requireHalo(one.y(), grid.rows(), where);
        for (int y = one.y().start(); y < one.y().end(); y++) {
          for (int x = one.x().start(); x < one.x().end(); x++) {
            given[y * width + x]++;
          }
        }
      }
    }

    byte[] once = new byte[width * height];
    Arrays.fill(once, (byte) 1);
    assertThat(Arrays.equals(given, once)).as(where).isTrue();
    assertThat(grid.columns().tileLength())
        .as(where)
        .isLessThanOrEqualTo(Math.max(tile, 2 * halo + 1));
  }

  private static void requireHalo(Span span, TileAxis axis, String where) {
    assertThat(span.offset()).as(where).isGreaterThanOrEqualTo(axis.halo());
    assertThat(span.readStart()).as(where).isGreaterThanOrEqualTo(-axis.halo());
    int readEnd = span.readStart() + axis.tileLength();
    assertThat(readEnd - span.end()).as(where).isGreaterThanOrEqualTo(axis.halo());
    assertThat(readEnd).as(where).isLessThanOrEqualTo(axis.size() + axis.halo());
  }
}

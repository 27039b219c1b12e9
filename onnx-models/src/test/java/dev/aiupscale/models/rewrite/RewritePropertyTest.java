package dev.aiupscale.models.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.network.ReceptiveField;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dseed=N} begins with another network. */
class RewritePropertyTest {
  private static final int NETWORKS = 150;
  private static final int INSIDE = 4;
  private static final double TOLERANCE = 1e-4;

  static List<Rewrite> rewrites() {
    return Rewrite.ALL;
  }

  @ParameterizedTest
  @MethodSource("rewrites")
  void aRewriteKeepsWhatARandomNetworkComputesAndHowFarItSees(Rewrite rewrite) {
    long changed =
        LongStream.range(0, NETWORKS)
            .map(i -> Long.getLong("seed", 1) + i)
            .filter(seed -> isChangedAndKept(rewrite, seed))
            .count();

    assertThat(changed).as("networks that %s has a say in", rewrite.name()).isGreaterThan(9);
  }

  private static boolean isChangedAndKept(Rewrite rewrite, long seed) {
    Network before = RandomNetworks.of(seed);
    Network after = rewrite.apply(before);
    if (after.equals(before)) {
      return false;
    }
    int radius = ReceptiveField.radius(before);
    int border = rewrite.keepsBorder() ? 0 : radius * before.scale();
    double[][][] picture = picture(2 * radius + INSIDE, seed);
    assertThat(distance(PlainLoops.run(before, picture), PlainLoops.run(after, picture), border))
        .as("%s with -Dseed=%d", rewrite.name(), seed)
        .isLessThan(TOLERANCE);
    assertThat(ReceptiveField.radius(after))
        .as("%s with -Dseed=%d", rewrite.name(), seed)
        .isLessThanOrEqualTo(radius);
    return true;
  }

  private static double[][][] picture(int side, long seed) {
    Random random = new Random(seed);
    double[][][] picture = new double[3][side][side];
    for (double[][] channel : picture) {
      for (double[] row : channel) {
        for (int x = 0; x < side; x++) {
          row[x] = random.nextDouble();
        }
      }
    }
    return picture;
  }

  private static double distance(double[][][] a, double[][][] b, int border) {
    double farthest = 0;
    for (int c = 0; c < a.length; c++) {
      for (int y = border; y < a[c].length - border; y++) {
        for (int x = border; x < a[c][y].length - border; x++) {
          farthest = Math.max(farthest, Math.abs(a[c][y][x] - b[c][y][x]));
        }
      }
    }
    return farthest;
  }
}

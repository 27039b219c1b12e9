package dev.aiupscale.benchmarks.fleet;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The steps of a step scaling policy, of which Auto Scaling takes twenty at most: instances by
 * which a group grows, the same as in Terraform's {@code modules/worker/scaling.tf}.
 */
final class Ladder {
  private static final int[] STEPS = {
    1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512, 1024
  };

  private Ladder() {}

  /** The least step that is not below {@code missing}; the largest where none is. */
  static int up(double missing) {
    for (int step : STEPS) {
      if (step >= missing) {
        return step;
      }
    }
    return STEPS[STEPS.length - 1];
  }

  /** The steps, with commas between. */
  static String text() {
    return Arrays.stream(STEPS).mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }
}

package dev.aiupscale.api.image.header;

import dev.aiupscale.common.image.Density;
import org.jspecify.annotations.Nullable;

/** Takes a density from a file's numbers, which are often nonsense. */
final class Densities {
  private Densities() {}

  /** Null where the two are no density. */
  static @Nullable Density of(double xPerInch, double yPerInch) {
    boolean possible = Density.isPossible(xPerInch) && Density.isPossible(yPerInch);
    return possible ? new Density(rounded(xPerInch), rounded(yPerInch)) : null;
  }

  static @Nullable Density perMetre(long x, long y) {
    return of(Density.perInch(x), Density.perInch(y));
  }

  /** To a twentieth, since 150 dpi are 5,906 whole pixels a metre, which are 150.0124 dpi. */
  private static double rounded(double perInch) {
    return Math.max(1, Math.rint(perInch * 20)) / 20;
  }
}

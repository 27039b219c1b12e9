package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.ImageHeader.Calibration;
import dev.aiupscale.api.image.header.ImageHeader.ColourFacts;
import org.jspecify.annotations.Nullable;

/** Takes a gamma and primaries from a file, where they are others than sRGB's. */
final class Calibrations {
  private static final double[] SRGB = {.3127, .329, .64, .33, .3, .6, .15, .06};
  private static final double SRGB_GAMMA = .45455;

  private Calibrations() {}

  /**
   * @param gamma encoding exponent
   * @param chromaticities x and y of white, red, green and blue, or null
   */
  static ColourFacts of(double gamma, double @Nullable [] chromaticities) {
    boolean usualPrimaries = chromaticities == null || isSrgb(chromaticities);
    return usualPrimaries && Math.abs(gamma - SRGB_GAMMA) < .02
        ? ColourFacts.NONE
        : ColourFacts.calibrated(new Calibration(gamma, usualPrimaries ? null : chromaticities));
  }

  private static boolean isSrgb(double[] chromaticities) {
    for (int i = 0; i < SRGB.length; i++) {
      if (Math.abs(chromaticities[i] - SRGB[i]) >= .005) {
        return false;
      }
    }
    return true;
  }
}

package dev.aiupscale.common.model;

/**
 * How far a model's own colours are off, before the colour guard, in levels of 255: the mean over
 * areas of 16 × 16 pixels of the channel that is off most.
 *
 * @param photo on a photograph
 * @param chart on 216 even colours
 */
public record ColourDrift(double photo, double chart) {
  public ColourDrift {
    if (photo < 0 || chart < 0) {
      throw new IllegalArgumentException("a drift is no less than 0");
    }
  }
}

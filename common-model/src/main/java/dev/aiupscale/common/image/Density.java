package dev.aiupscale.common.image;

/**
 * How many pixels of a picture lie on an inch of paper, across and down; both are more than 0 and
 * at most {@value #MOST}.
 */
public record Density(double x, double y) {
  /** The most that JFIF can say. */
  public static final double MOST = 65_535;

  private static final double INCHES_A_METRE = 1 / 0.0254;

  public Density {
    if (!isPossible(x) || !isPossible(y)) {
      throw new IllegalArgumentException("a density is more than 0 and at most " + MOST);
    }
  }

  public static boolean isPossible(double pixelsPerInch) {
    return pixelsPerInch > 0 && pixelsPerInch <= MOST;
  }

  /** Of the same picture with its sides exchanged. */
  public Density turned() {
    return new Density(y, x);
  }

  /** Of the picture enlarged for the same place on paper, as far as a file can say it. */
  public Density times(double across, double down) {
    return new Density(Math.min(MOST, x * across), Math.min(MOST, y * down));
  }

  public static long perMetre(double pixelsPerInch) {
    return Math.round(pixelsPerInch * INCHES_A_METRE);
  }

  public static double perInch(double pixelsPerMetre) {
    return pixelsPerMetre / INCHES_A_METRE;
  }
}

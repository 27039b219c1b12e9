package dev.aiupscale.worker.colour;

/**
 * How much a pixel of the source says of the result's colour: much within even areas, little at
 * edges, which a network may draw sharper without having changed any colour.
 */
final class Evenness {
  /** The step to a neighbour, in levels, at which a pixel counts half. */
  private static final float HALF = 8;

  private static final float[] WEIGHTS = new float[256];

  static {
    for (int step = 0; step < WEIGHTS.length; step++) {
      WEIGHTS[step] = 1 / (1 + step * step / (HALF * HALF));
    }
  }

  private Evenness() {}

  /**
   * Fills {@code evenness} for the pixels of {@code row}, packed RGB between its neighbours; at the
   * picture's border a row is its own neighbour.
   */
  static void of(byte[] above, byte[] row, byte[] below, float[] evenness) {
    int last = evenness.length - 1;
    for (int x = 0; x <= last; x++) {
      int step = 0;
      for (int i = 3 * x; i < 3 * x + 3; i++) {
        int sample = row[i] & 0xff;
        step = Math.max(step, Math.abs(sample - (above[i] & 0xff)));
        step = Math.max(step, Math.abs(sample - (below[i] & 0xff)));
        step = Math.max(step, Math.abs(sample - (row[x > 0 ? i - 3 : i] & 0xff)));
        step = Math.max(step, Math.abs(sample - (row[x < last ? i + 3 : i] & 0xff)));
      }
      evenness[x] = WEIGHTS[step];
    }
  }
}

package dev.aiupscale.models.run;

import ai.onnxruntime.OrtException;

/** How fast a model is on this machine. */
public final class Pace {
  /** So small that the slowest model takes seconds for it. */
  private static final int SIDE = 96;

  private static final int ROUNDS = 2;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double PIXELS_PER_MEGAPIXEL = 1e6;

  private Pace() {}

  /**
   * Seconds for 10⁶ pixels of input, by the faster of two runs on one tile of noise after one to
   * warm up. Halo is not in it: a service that cuts pictures into tiles takes longer by that.
   */
  public static double secondsPerMegapixel(OnnxModel model) throws OrtException {
    Pixels tile = Pixels.random(SIDE, SIDE, 1);
    model.upscale(tile);
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      model.upscale(tile);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best / NANOS_PER_SECOND * PIXELS_PER_MEGAPIXEL / (SIDE * SIDE);
  }
}

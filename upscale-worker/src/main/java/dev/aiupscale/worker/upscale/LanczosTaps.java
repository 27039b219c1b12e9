package dev.aiupscale.worker.upscale;

import java.util.Arrays;

/**
 * Weights of the Lanczos filter with three lobes that reduces a line of pixels to fewer. What the
 * filter would take from beyond the line's ends is left out and the rest weighed up to 1.
 */
final class LanczosTaps {
  private static final int LOBES = 3;

  private final int[] first;
  private final float[][] weights;

  LanczosTaps(int from, int to) {
    if (to < 1 || to > from) {
      throw new IllegalArgumentException("cannot reduce " + from + " to " + to);
    }
    this.first = new int[to];
    this.weights = new float[to][];
    double ratio = (double) from / to;
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * ratio - 0.5;
      int start = Math.max(0, (int) Math.ceil(centre - LOBES * ratio));
      int end = Math.min(from - 1, (int) Math.floor(centre + LOBES * ratio));
      first[i] = start;
      weights[i] = normalised(start, end, centre, ratio);
    }
  }

  /** Pixels after the reduction. */
  int size() {
    return first.length;
  }

  /** The first pixel before the reduction that pixel {@code i} is made of. */
  int first(int i) {
    return first[i];
  }

  /** How much of that pixel and of those after it; the sum is 1. */
  float[] weights(int i) {
    return weights[i];
  }

  /** The most pixels that one is made of. */
  int longest() {
    return Arrays.stream(weights).mapToInt(w -> w.length).max().orElseThrow();
  }

  private static float[] normalised(int start, int end, double centre, double ratio) {
    double[] raw = new double[end - start + 1];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = lanczos((start + i - centre) / ratio);
    }
    double sum = Arrays.stream(raw).sum();
    float[] weights = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      weights[i] = (float) (raw[i] / sum);
    }
    return weights;
  }

  private static double lanczos(double x) {
    if (Math.abs(x) < 1e-9) {
      return 1;
    }
    if (Math.abs(x) >= LOBES) {
      return 0;
    }
    double angle = Math.PI * x;
    return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
  }
}

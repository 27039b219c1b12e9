package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.decode.PlaneFile;

/** The rows of a cut-out around one row, as they came, also when the files change meanwhile. */
final class NearbyRows {
  /** Pixels to each side that a pixel's neighbourhood reaches. */
  static final int REACH = 2;

  static final int SIDE = 2 * REACH + 1;

  /** For the pixels of a neighbourhood, row by row: a Gaussian of one pixel. */
  private static final float[] WEIGHTS = weights();

  private final int height;
  private final PlaneFile rgb;
  private final PlaneFile alpha;
  private final byte[][] colours;
  private final byte[][] opacities;
  private int loaded;

  NearbyRows(int width, int height, PlaneFile rgb, PlaneFile alpha) {
    this.height = height;
    this.rgb = rgb;
    this.alpha = alpha;
    this.colours = new byte[SIDE][3 * width];
    this.opacities = new byte[SIDE][width];
  }

  /** Loads what {@code y} needs; rows are asked for from top to bottom. */
  void moveTo(int y) {
    while (loaded < height && loaded <= y + REACH) {
      rgb.read(loaded, 1, colours[loaded % SIDE]);
      alpha.read(loaded, 1, opacities[loaded % SIDE]);
      loaded++;
    }
  }

  /** Packed RGB of row {@code y}, which is at most {@link #REACH} from the last one moved to. */
  byte[] colours(int y) {
    return colours[y % SIDE];
  }

  byte[] opacities(int y) {
    return opacities[y % SIDE];
  }

  /** How much a neighbour counts, by its distance of at most {@link #REACH} each way. */
  static float weight(int right, int down) {
    return WEIGHTS[(down + REACH) * SIDE + right + REACH];
  }

  private static float[] weights() {
    float[] weights = new float[SIDE * SIDE];
    for (int v = -REACH; v <= REACH; v++) {
      for (int u = -REACH; u <= REACH; u++) {
        weights[(v + REACH) * SIDE + u + REACH] = (float) Math.exp(-(u * u + v * v) / 2.0);
      }
    }
    return weights;
  }
}

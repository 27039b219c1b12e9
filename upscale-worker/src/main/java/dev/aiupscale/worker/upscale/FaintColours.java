package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.decode.PlaneFile;

/**
 * Brings the colours of nearly transparent pixels to those around them, weighted by opacity. The
 * network knows nothing of opacity: a black that hardly anybody sees would be drawn into the
 * visible edge beside it, as a dark halo. To the eye it changes a pixel by less than 7 % of the
 * difference of the two colours, most at half of {@code VISIBLE}.
 */
final class FaintColours {
  /** Opacity from which on a pixel's own colour is left alone. */
  private static final int VISIBLE = 64;

  private static final int REACH = 2;
  private static final int SIDE = 2 * REACH + 1;
  private static final float[] WEIGHTS = weights();

  private final int width;
  private final int height;
  private final PlaneFile rgb;
  private final PlaneFile alpha;
  private final byte[][] colours;
  private final byte[][] opacities;
  private final byte[] changed;

  private FaintColours(int width, int height, PlaneFile rgb, PlaneFile alpha) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
    this.alpha = alpha;
    this.colours = new byte[SIDE][3 * width];
    this.opacities = new byte[SIDE][width];
    this.changed = new byte[3 * width];
  }

  /** Changes {@code rgb} in place. */
  static void into(int width, int height, PlaneFile rgb, PlaneFile alpha) {
    new FaintColours(width, height, rgb, alpha).apply();
  }

  private void apply() {
    for (int y = 0; y < Math.min(REACH, height); y++) {
      load(y);
    }
    for (int y = 0; y < height; y++) {
      if (y + REACH < height) {
        load(y + REACH);
      }
      if (changes(y)) {
        rgb.write(y, changed);
      }
    }
  }

  /** Keeps a row as it came, for rows below need it after it was changed. */
  private void load(int y) {
    rgb.read(y, 1, colours[y % SIDE]);
    alpha.read(y, 1, opacities[y % SIDE]);
  }

  private boolean changes(int y) {
    System.arraycopy(colours[y % SIDE], 0, changed, 0, changed.length);
    boolean any = false;
    for (int x = 0; x < width; x++) {
      int opacity = opacities[y % SIDE][x] & 0xff;
      if (opacity > 0 && opacity < VISIBLE) {
        mix(x, y, opacity);
        any = true;
      }
    }
    return any;
  }

  private void mix(int x, int y, int opacity) {
    float red = 0;
    float green = 0;
    float blue = 0;
    float sum = 0;
    for (int v = Math.max(0, y - REACH); v <= Math.min(height - 1, y + REACH); v++) {
      byte[] row = colours[v % SIDE];
      byte[] opaque = opacities[v % SIDE];
      for (int u = Math.max(0, x - REACH); u <= Math.min(width - 1, x + REACH); u++) {
        float weight = WEIGHTS[(v - y + REACH) * SIDE + u - x + REACH] * (opaque[u] & 0xff);
        red += weight * (row[3 * u] & 0xff);
        green += weight * (row[3 * u + 1] & 0xff);
        blue += weight * (row[3 * u + 2] & 0xff);
        sum += weight;
      }
    }
    float share = 1 - (float) opacity / VISIBLE;
    put(3 * x, red / sum, share);
    put(3 * x + 1, green / sum, share);
    put(3 * x + 2, blue / sum, share);
  }

  private void put(int at, float around, float share) {
    int own = changed[at] & 0xff;
    changed[at] = (byte) Math.round(own + share * (around - own));
  }

  /** A Gaussian whose standard deviation is one pixel. */
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

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

  private final int width;
  private final int height;
  private final PlaneFile rgb;
  private final NearbyRows nearby;
  private final byte[] changed;

  private FaintColours(int width, int height, PlaneFile rgb, PlaneFile alpha) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
    this.nearby = new NearbyRows(width, height, rgb, alpha);
    this.changed = new byte[3 * width];
  }

  /** Changes {@code rgb} in place. */
  static void into(int width, int height, PlaneFile rgb, PlaneFile alpha) {
    new FaintColours(width, height, rgb, alpha).apply();
  }

  private void apply() {
    for (int y = 0; y < height; y++) {
      nearby.moveTo(y);
      if (changes(y)) {
        rgb.write(y, changed);
      }
    }
  }

  private boolean changes(int y) {
    System.arraycopy(nearby.colours(y), 0, changed, 0, changed.length);
    byte[] opacities = nearby.opacities(y);
    boolean any = false;
    for (int x = 0; x < width; x++) {
      int opacity = opacities[x] & 0xff;
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
    int reach = NearbyRows.REACH;
    for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
      byte[] row = nearby.colours(v);
      byte[] opaque = nearby.opacities(v);
      for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
        float weight = NearbyRows.weight(u - x, v - y) * (opaque[u] & 0xff);
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
}

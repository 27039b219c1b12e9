package dev.aiupscale.worker.upscale;

import java.util.Arrays;

/**
 * Gives fully transparent pixels the colour of the nearest visible one, since whatever hides there,
 * mostly black, would be drawn into the visible edge by the network. Nearest by the 3-4 chamfer
 * distance (Borgefors 1986) in two sweeps; beyond about 80 px any visible colour will do.
 */
final class Bleed {
  private static final int STRAIGHT = 3;
  private static final int DIAGONAL = 4;
  private static final int FAR = 254;
  private static final int UNREACHED = 255;

  private final int width;
  private final int height;
  private final byte[] rgb;
  private final byte[] distance;

  private Bleed(int width, int height, byte[] rgb, byte[] alpha) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
    this.distance = new byte[alpha.length];
    for (int i = 0; i < alpha.length; i++) {
      distance[i] = (byte) (alpha[i] == 0 ? UNREACHED : 0);
    }
  }

  /** Changes {@code rgb} in place; where nothing is visible at all it becomes white. */
  static void into(int width, int height, byte[] rgb, byte[] alpha) {
    Bleed bleed = new Bleed(width, height, rgb, alpha);
    bleed.sweep(1);
    bleed.sweep(-1);
    if (bleed.distance[0] == (byte) UNREACHED) {
      Arrays.fill(rgb, (byte) 255);
    }
  }

  /** Down and to the right for {@code step} 1, up and to the left for −1. */
  private void sweep(int step) {
    for (int row = 0; row < height; row++) {
      int y = step > 0 ? row : height - 1 - row;
      boolean hasPrevious = row > 0;
      for (int column = 0; column < width; column++) {
        int x = step > 0 ? column : width - 1 - column;
        int at = y * width + x;
        if (distance[at] != 0) {
          if (column > 0) {
            take(at, at - step, STRAIGHT);
          }
          if (hasPrevious) {
            int previous = at - step * width;
            take(at, previous, STRAIGHT);
            if (x > 0) {
              take(at, previous - 1, DIAGONAL);
            }
            if (x < width - 1) {
              take(at, previous + 1, DIAGONAL);
            }
          }
        }
      }
      // The row itself also the other way, so that two sweeps reach every pixel.
      for (int column = 1; column < width; column++) {
        int x = step > 0 ? width - 1 - column : column;
        int at = y * width + x;
        if (distance[at] != 0) {
          take(at, at + step, STRAIGHT);
        }
      }
    }
  }

  private void take(int at, int from, int way) {
    int there = distance[from] & 0xff;
    int here = distance[at] & 0xff;
    int by = Math.min(FAR, there + way);
    if (there != UNREACHED && by < here) {
      distance[at] = (byte) by;
      System.arraycopy(rgb, from * 3, rgb, at * 3, 3);
    }
  }
}

package dev.aiupscale.worker.upscale;

import dev.aiupscale.worker.decode.PlaneFile;
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
  private final PlaneFile rgb;
  private final byte[] distances;
  private byte[] row;
  private byte[] previous;

  private Bleed(int width, int height, PlaneFile rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
    this.distances = new byte[width * height];
    this.row = new byte[width * 3];
    this.previous = new byte[width * 3];
  }

  /** Changes {@code rgb} in place; where nothing is visible at all it becomes white. */
  static void into(int width, int height, PlaneFile rgb, PlaneFile alpha) {
    Bleed bleed = new Bleed(width, height, rgb);
    bleed.begin(alpha);
    bleed.sweep(1);
    bleed.sweep(-1);
    if (bleed.distances[0] == (byte) UNREACHED) {
      bleed.whiten();
    }
  }

  private void begin(PlaneFile alpha) {
    byte[] opacities = new byte[width];
    for (int y = 0; y < height; y++) {
      alpha.read(y, 1, opacities);
      for (int x = 0; x < width; x++) {
        distances[y * width + x] = (byte) (opacities[x] == 0 ? UNREACHED : 0);
      }
    }
  }

  private void whiten() {
    Arrays.fill(row, (byte) 255);
    for (int y = 0; y < height; y++) {
      rgb.write(y, row);
    }
  }

  /** Down and to the right for {@code step} 1, up and to the left for −1. */
  private void sweep(int step) {
    for (int i = 0; i < height; i++) {
      int y = step > 0 ? i : height - 1 - i;
      rgb.read(y, 1, row);
      sweepRow(y, step, i > 0);
      rgb.write(y, row);
      byte[] swap = previous;
      previous = row;
      row = swap;
    }
  }

  private void sweepRow(int y, int step, boolean hasPrevious) {
    int first = y * width;
    int before = (y - step) * width;
    for (int column = 0; column < width; column++) {
      int x = step > 0 ? column : width - 1 - column;
      if (distances[first + x] != 0) {
        if (column > 0) {
          take(first, x, row, first, x - step, STRAIGHT);
        }
        if (hasPrevious) {
          take(first, x, previous, before, x, STRAIGHT);
          if (x > 0) {
            take(first, x, previous, before, x - 1, DIAGONAL);
          }
          if (x < width - 1) {
            take(first, x, previous, before, x + 1, DIAGONAL);
          }
        }
      }
    }
    // The row itself also the other way, so that two sweeps reach every pixel.
    for (int column = 1; column < width; column++) {
      int x = step > 0 ? width - 1 - column : column;
      if (distances[first + x] != 0) {
        take(first, x, row, first, x + step, STRAIGHT);
      }
    }
  }

  private void take(int first, int x, byte[] colours, int firstThere, int from, int way) {
    int there = distances[firstThere + from] & 0xff;
    int here = distances[first + x] & 0xff;
    int by = Math.min(FAR, there + way);
    if (there != UNREACHED && by < here) {
      distances[first + x] = (byte) by;
      System.arraycopy(colours, from * 3, row, x * 3, 3);
    }
  }
}

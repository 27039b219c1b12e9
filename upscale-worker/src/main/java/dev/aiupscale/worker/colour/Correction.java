package dev.aiupscale.worker.colour;

import java.util.Arrays;

/**
 * For each cell of a row the straight line by which its samples go back to the source's colours. It
 * is fitted over the cell and its eight neighbours, so that on both sides of an edge the same line
 * serves: a guided filter (He, Sun, Tang 2010) on the grid of cells, without a halo at the edge.
 */
final class Correction {
  /** Drift in levels of 255 that nobody sees: below it a model's own result stays as it is. */
  private static final double UNSEEN = 2;

  /** Drift that is corrected in full. */
  private static final double SEEN = 3;

  /**
   * Variance in levels² below which the line is a shift rather than a slope: a slope that is drawn
   * through means of a few levels' difference would change strokes of other colours much.
   */
  private static final double EVEN = 64;

  private static final double LEAST_SLOPE = 0.5;
  private static final double MOST_SLOPE = 2;

  private final float[] slopes;
  private final float[] shifts;
  private int corrected;
  private double strongest;

  private Correction(int cells) {
    this.slopes = new float[cells * 3];
    this.shifts = new float[cells * 3];
  }

  /** At the picture's border a row of cells is its own neighbour. */
  static Correction of(CellRow above, CellRow row, CellRow below) {
    Correction correction = new Correction(row.cells());
    CellRow[] rows = {above, row, below};
    for (int cell = 0; cell < row.cells(); cell++) {
      Neighbourhood[] channels = new Neighbourhood[3];
      for (int channel = 0; channel < 3; channel++) {
        channels[channel] = new Neighbourhood(rows, cell, channel);
      }
      correction.fit(channels, cell);
    }
    return correction;
  }

  /** All channels are corrected to the same share, so that no hue is made that was never there. */
  private void fit(Neighbourhood[] channels, int cell) {
    double drift = Arrays.stream(channels).mapToDouble(Neighbourhood::drift).max().orElseThrow();
    double share = Math.max(0, Math.min(1, (drift - UNSEEN) / (SEEN - UNSEEN)));
    if (share == 0) {
      return;
    }
    corrected++;
    strongest = Math.max(strongest, drift);
    for (int i = 0; i < 3; i++) {
      Neighbourhood channel = channels[i];
      double slope = (channel.covariance() + EVEN) / (channel.varianceAfter() + EVEN);
      slope = Math.max(LEAST_SLOPE, Math.min(MOST_SLOPE, slope));
      double shift = channel.before() - slope * channel.after();
      slopes[3 * cell + i] = (float) (share * (slope - 1));
      shifts[3 * cell + i] = (float) (share * shift);
    }
  }

  /** Cells that are changed. */
  int corrected() {
    return corrected;
  }

  /** The largest drift among them, in levels of 255; 0 when there are none. */
  double strongest() {
    return strongest;
  }

  /** What is added to a sample, for each level that it has; three channels a cell. */
  float[] slopes() {
    return slopes;
  }

  /** What is added to a sample besides. */
  float[] shifts() {
    return shifts;
  }
}

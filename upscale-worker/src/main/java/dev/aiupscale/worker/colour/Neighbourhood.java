package dev.aiupscale.worker.colour;

/** What the colours of a cell and its eight neighbours were before, and are after; one channel. */
final class Neighbourhood {
  private static final int[] BINOMIAL = {1, 2, 1};
  private double weights;
  private double before;
  private double after;
  private double afterSquared;
  private double product;
  private double differenceSquared;

  /**
   * @param rows the row above, the cell's own and the one below; at the picture's border a cell is
   *     its own neighbour
   */
  Neighbourhood(CellRow[] rows, int cell, int channel) {
    for (int v = 0; v < 3; v++) {
      for (int h = 0; h < 3; h++) {
        int at = Math.max(0, Math.min(rows[v].cells() - 1, cell + h - 1));
        double weight = BINOMIAL[v] * BINOMIAL[h] * rows[v].weight(at);
        add(weight, rows[v].before(at, channel), rows[v].after(at, channel));
      }
    }
  }

  private void add(double weight, double was, double is) {
    weights += weight;
    before += weight * was;
    after += weight * is;
    afterSquared += weight * is * is;
    product += weight * was * is;
    differenceSquared += weight * (is - was) * (is - was);
  }

  /** Mean sample of the source. */
  double before() {
    return before / weights;
  }

  /** Mean sample of the result. */
  double after() {
    return after / weights;
  }

  double varianceAfter() {
    return Math.max(0, afterSquared / weights - after() * after());
  }

  double covariance() {
    return product / weights - before() * after();
  }

  /** How far the result is off, in levels, as the root of the mean square. */
  double drift() {
    return Math.sqrt(differenceSquared / weights);
  }
}

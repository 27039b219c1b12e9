package dev.aiupscale.benchmarks.timing;

import java.util.List;

/** {@code y = factor · x^exponent}: an exponent of 1 means twice the work for twice the size. */
public record PowerLaw(double factor, double exponent) {
  /** One measured pair, both positive. */
  public record Point(double x, double y) {
    public Point {
      if (!(x > 0 && y > 0)) {
        throw new IllegalArgumentException("a power law is fitted to positive figures");
      }
    }
  }

  /** Least squares on the logarithms, so that small sizes weigh as much as large ones. */
  public static PowerLaw fit(List<Point> points) {
    double meanX = points.stream().mapToDouble(p -> Math.log(p.x())).average().orElse(0);
    double meanY = points.stream().mapToDouble(p -> Math.log(p.y())).average().orElse(0);
    double together = 0;
    double spread = 0;
    for (Point point : points) {
      double fromMean = Math.log(point.x()) - meanX;
      together += fromMean * (Math.log(point.y()) - meanY);
      spread += fromMean * fromMean;
    }
    if (spread == 0) {
      throw new IllegalArgumentException("a power law needs two different sizes");
    }
    double exponent = together / spread;
    return new PowerLaw(Math.exp(meanY - exponent * meanX), exponent);
  }
}

package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.report.TableRow;
import dev.aiupscale.benchmarks.timing.PowerLaw;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the time grows with the picture.
 *
 * @param points pixels and seconds
 * @param exponent of the power law through them: 1 is a time in proportion to the pixels
 */
public record ScalingResult(
    String model, int scale, List<PowerLaw.Point> points, double exponent, int rounds) {
  public ScalingResult {
    points = List.copyOf(points);
  }

  public TableRow row() {
    return new TableRow(
        "scaling",
        "%s ×%d, %s Mpx"
            .formatted(
                model,
                scale,
                points.stream().map(p -> megapixels(p)).collect(Collectors.joining(" "))),
        String.format(Locale.ROOT, "%.2f", exponent),
        "exponent of time over pixels",
        points.stream()
                .map(p -> String.format(Locale.ROOT, "%.2f", p.y()))
                .collect(Collectors.joining(" "))
            + " s; rounds: "
            + rounds);
  }

  private static String megapixels(PowerLaw.Point point) {
    return String.format(Locale.ROOT, "%.2f", point.x() / 1e6);
  }
}

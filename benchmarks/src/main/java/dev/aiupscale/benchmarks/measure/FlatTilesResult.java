package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.report.TableRow;
import java.util.Locale;

/**
 * What remembering the result of tiles of one colour saves on a screenshot.
 *
 * @param skipped tiles of all that needed no run of the network
 * @param timeRatio the time with it to the time without; below 1 is faster
 */
public record FlatTilesResult(
    String model,
    int scale,
    int width,
    int height,
    long tiles,
    long skipped,
    double secondsWith,
    double secondsWithout,
    double timeRatio,
    int rounds) {
  public TableRow row() {
    return new TableRow(
        "flat tiles",
        "%s ×%d, screenshot of %d×%d px".formatted(model, scale, width, height),
        String.format(Locale.ROOT, "%.2f", timeRatio),
        "time with to without remembered tiles",
        String.format(
            Locale.ROOT,
            "%.2f to %.2f s; %d of %d tiles skipped; rounds: %d",
            secondsWith,
            secondsWithout,
            skipped,
            tiles,
            rounds));
  }
}

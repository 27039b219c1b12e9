package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.report.TableRow;
import java.util.Locale;

/**
 * What it saves on a screenshot that equal tiles are computed once.
 *
 * @param skipped tiles of all that needed no run of the network
 * @param timeRatio the time to that of a photo of the same size, of which no two tiles are equal
 */
public record RepeatedTilesResult(
    String model,
    int scale,
    int width,
    int height,
    long tiles,
    long skipped,
    double seconds,
    double photoSeconds,
    double timeRatio,
    int rounds) {
  public TableRow row() {
    return new TableRow(
        "repeated tiles",
        "%s ×%d, screenshot of %d×%d px".formatted(model, scale, width, height),
        String.format(Locale.ROOT, "%.2f", timeRatio),
        "its time to a photo's of that size",
        String.format(
            Locale.ROOT,
            "%.2f to %.2f s; %d of %d tiles skipped; rounds: %d",
            seconds,
            photoSeconds,
            skipped,
            tiles,
            rounds));
  }
}

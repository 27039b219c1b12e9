package dev.aiupscale.benchmarks.live;

import dev.aiupscale.benchmarks.report.Table;
import dev.aiupscale.benchmarks.timing.Times;
import java.util.List;
import java.util.Locale;

/**
 * What requests took, in seconds, by where the answer came from.
 *
 * @param pictureBytes of the one picture
 */
public record CacheSpeedResult(
    int pictureBytes, Times jsonHit, Times jsonMiss, Times pictureHit, Times pictureMiss) {

  public String text() {
    return Table.lines(
        List.of(
            List.of("answer", "Redis, median", "S3, median", "S3 / Redis, median of rounds"),
            row("a job's JSON", jsonHit, jsonMiss),
            row("a picture of " + pictureBytes / 1000 + " kB", pictureHit, pictureMiss)));
  }

  private static List<String> row(String what, Times hit, Times miss) {
    return List.of(
        what,
        milliseconds(hit),
        milliseconds(miss),
        String.format(Locale.ROOT, "%.1f", miss.over(hit)));
  }

  private static String milliseconds(Times times) {
    return String.format(Locale.ROOT, "%.2f ms", times.median() * 1000);
  }
}

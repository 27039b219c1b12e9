package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.report.TableRow;
import java.util.List;
import java.util.Locale;

/**
 * The most memory that a process of its own held while it enlarged one picture.
 *
 * @param format of source and result
 * @param peakBytes resident, of the whole process: Java's heap and the network's memory
 * @param toPredecessor the same against the 8 GB that the earlier system was given for 1920×1080
 */
public record PeakMemoryResult(
    String model,
    int scale,
    int width,
    int height,
    String format,
    List<String> javaOptions,
    long peakBytes,
    double toPredecessor) {
  public PeakMemoryResult {
    javaOptions = List.copyOf(javaOptions);
  }

  public TableRow row() {
    return new TableRow(
        "peak memory",
        "%s ×%d, %d×%d px, %s".formatted(model, scale, width, height, format),
        String.format(Locale.ROOT, "%.3f", toPredecessor),
        "the process to the predecessor's 8 GB at 1920×1080",
        String.format(
            Locale.ROOT,
            "%.0f MB resident with %s",
            peakBytes / 1e6,
            String.join(" ", javaOptions)));
  }
}

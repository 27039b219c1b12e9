package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.report.TableRow;
import java.util.Locale;

/**
 * How one of the worker's encoders does on one picture, against one of Java's own.
 *
 * @param megabytesPerSecond of RGB taken in, in 10⁶ bytes
 * @param speedRatio how many times faster than the other; above 1 is faster
 * @param bytesRatio its file against the other's; below 1 is smaller
 */
public record EncoderResult(
    String encoder,
    String other,
    int width,
    int height,
    double megabytesPerSecond,
    double otherMegabytesPerSecond,
    long bytes,
    long otherBytes,
    double speedRatio,
    double bytesRatio,
    int rounds) {
  public TableRow row() {
    return new TableRow(
        "encoder",
        "%s, %d×%d px".formatted(encoder, width, height),
        String.format(Locale.ROOT, "%.2f speed, %.2f bytes", speedRatio, bytesRatio),
        "to " + other,
        String.format(
            Locale.ROOT,
            "%.0f to %.0f MB/s; %.2f to %.2f MB; rounds: %d",
            megabytesPerSecond,
            otherMegabytesPerSecond,
            bytes / 1e6,
            otherBytes / 1e6,
            rounds));
  }
}

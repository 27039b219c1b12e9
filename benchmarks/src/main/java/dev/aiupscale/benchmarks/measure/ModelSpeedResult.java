package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.report.TableRow;
import java.util.Locale;

/**
 * How fast one model is, bare and in the service.
 *
 * @param rawPixelsPerSecond input pixels, halo included, that the bare network takes on one
 *     preferred tile
 * @param enginePixelsPerSecond pixels of the picture from file to file
 * @param engineToRaw the second over the first: what halo, decoding and encoding leave
 * @param haloShare of the pixels that went through the network, those that only informed others
 * @param networkShare of the time from file to file, what the network took; decoding, encoding and
 *     all else is the rest
 */
public record ModelSpeedResult(
    String model,
    int scale,
    int tile,
    int width,
    int height,
    double rawPixelsPerSecond,
    double enginePixelsPerSecond,
    double engineToRaw,
    double haloShare,
    double networkShare,
    int rounds) {
  public TableRow row() {
    return new TableRow(
        "speed",
        "%s ×%d, %d×%d px, tile %d".formatted(model, scale, width, height, tile),
        String.format(Locale.ROOT, "%.2f", engineToRaw),
        "engine, file to file, to the bare network",
        String.format(
            Locale.ROOT,
            "%.4f to %.4f Mpx/s; halo %.0f %% of the work; outside the network %.1f %% of the time; rounds: %d",
            enginePixelsPerSecond / 1e6,
            rawPixelsPerSecond / 1e6,
            100 * haloShare,
            100 * (1 - networkShare),
            rounds));
  }
}

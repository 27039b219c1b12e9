package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.report.TableRow;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a process's memory stood over many jobs of different sizes.
 *
 * @param warmBytes the most after a job of the second fifth, when all code is warm
 * @param endBytes the most after a job of the last fifth
 */
public record SteadyMemoryResult(
    String model, int jobs, long warmBytes, long endBytes, double growth) {
  /**
   * @param afterJobs resident bytes after each job, at least 5
   */
  static SteadyMemoryResult of(String model, long[] afterJobs) {
    int fifth = afterJobs.length / 5;
    long warm = Arrays.stream(afterJobs, fifth, 2 * fifth).max().orElseThrow();
    long end = Arrays.stream(afterJobs, 4 * fifth, afterJobs.length).max().orElseThrow();
    return new SteadyMemoryResult(model, afterJobs.length, warm, end, (double) end / warm);
  }

  public TableRow row() {
    return new TableRow(
        "steady memory",
        "%s ×2 and ×4, %d jobs of 1 to 320 px a side".formatted(model, jobs),
        String.format(Locale.ROOT, "%.2f", growth),
        "the most in the last fifth to the second fifth of the jobs",
        String.format(Locale.ROOT, "%.0f MB, then %.0f MB", warmBytes / 1e6, endBytes / 1e6));
  }
}

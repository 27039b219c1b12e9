package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.timing.Rounds;
import java.time.Duration;
import java.util.List;

/** How much is measured: enough for a look, or for figures to be quoted. */
public enum Effort {
  QUICK(3, Duration.ofSeconds(8), 300, List.of(0.1, 0.4, 1.6), List.of(1920), 1920),
  FULL(
      7,
      Duration.ofSeconds(60),
      3000,
      List.of(0.1, 0.25, 0.6, 1.6, 4.0),
      List.of(1920, 6000),
      3840);

  private final int rounds;
  private final Duration timeEach;
  private final double gflop;
  private final List<Double> scalingMegapixels;
  private final List<Integer> memoryWidths;
  private final int screenshotWidth;

  Effort(
      int rounds,
      Duration timeEach,
      double gflop,
      List<Double> scalingMegapixels,
      List<Integer> memoryWidths,
      int screenshotWidth) {
    this.rounds = rounds;
    this.timeEach = timeEach;
    this.gflop = gflop;
    this.scalingMegapixels = scalingMegapixels;
    this.memoryWidths = memoryWidths;
    this.screenshotWidth = screenshotWidth;
  }

  Rounds rounds() {
    return new Rounds(rounds, timeEach, System::nanoTime);
  }

  /** Work for one model's picture, in 10⁹ operations: cheap networks get larger pictures. */
  double gflop() {
    return gflop;
  }

  /** Sizes for the scaling of time. */
  List<Double> scalingMegapixels() {
    return scalingMegapixels;
  }

  /** Widths of the 16:9 pictures whose peak of memory is measured. */
  public List<Integer> memoryWidths() {
    return memoryWidths;
  }

  /** Width of a 16:9 screenshot. */
  int screenshotWidth() {
    return screenshotWidth;
  }
}

package dev.aiupscale.benchmarks.measure;

import dev.aiupscale.benchmarks.timing.Rounds;
import java.time.Duration;
import java.util.List;

/** How much is measured: enough for a look, or for figures to be quoted. */
public enum Effort {
  QUICK(
      3,
      Duration.ofSeconds(5),
      150,
      List.of(0.1, 0.4, 1.6),
      List.of(MemoryCase.SCREEN_TWOFOLD),
      1920),
  FULL(
      7,
      Duration.ofSeconds(60),
      3000,
      List.of(0.1, 0.8, 6.4, 64.0),
      List.of(MemoryCase.SCREEN_TWOFOLD, MemoryCase.CAMERA_FOURFOLD),
      3840);

  private final int rounds;
  private final Duration timeEach;
  private final double gflop;
  private final List<Double> scalingMegapixels;
  private final List<MemoryCase> memoryCases;
  private final int screenshotWidth;

  Effort(
      int rounds,
      Duration timeEach,
      double gflop,
      List<Double> scalingMegapixels,
      List<MemoryCase> memoryCases,
      int screenshotWidth) {
    this.rounds = rounds;
    this.timeEach = timeEach;
    this.gflop = gflop;
    this.scalingMegapixels = scalingMegapixels;
    this.memoryCases = memoryCases;
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

  /** Pictures whose peak of memory is measured. */
  public List<MemoryCase> memoryCases() {
    return memoryCases;
  }

  /** Width of a 16:9 screenshot. */
  int screenshotWidth() {
    return screenshotWidth;
  }
}

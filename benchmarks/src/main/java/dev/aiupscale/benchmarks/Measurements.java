package dev.aiupscale.benchmarks;

import dev.aiupscale.benchmarks.measure.Bench;
import dev.aiupscale.benchmarks.measure.Effort;
import dev.aiupscale.benchmarks.measure.EncoderResult;
import dev.aiupscale.benchmarks.measure.EncoderSpeed;
import dev.aiupscale.benchmarks.measure.MemoryCase;
import dev.aiupscale.benchmarks.measure.ModelSpeed;
import dev.aiupscale.benchmarks.measure.ModelSpeedResult;
import dev.aiupscale.benchmarks.measure.PeakMemory;
import dev.aiupscale.benchmarks.measure.PeakMemoryResult;
import dev.aiupscale.benchmarks.measure.RepeatedTilesResult;
import dev.aiupscale.benchmarks.measure.RepeatedTilesSaving;
import dev.aiupscale.benchmarks.measure.Scaling;
import dev.aiupscale.benchmarks.measure.ScalingResult;
import dev.aiupscale.benchmarks.measure.SteadyMemory;
import dev.aiupscale.benchmarks.measure.SteadyMemoryResult;
import dev.aiupscale.benchmarks.report.Environment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All measurements of one run, in their order. */
final class Measurements {
  private static final String SLIM = "esrgan-slim";

  private record Model(String id, int scale) {}

  private static final List<Model> MODELS =
      List.of(
          new Model(SLIM, 2),
          new Model(SLIM, 4),
          new Model("esrgan-medium", 2),
          new Model("real-esrgan-general", 4),
          new Model("real-esrgan-photo", 4));

  private final Bench bench;
  private final Consumer<String> progress;

  Measurements(Bench bench, Consumer<String> progress) {
    this.bench = bench;
    this.progress = progress;
  }

  Report report(Environment environment) throws IOException {
    return new Report(
        environment, modelSpeed(), peakMemory(), List.of(), encoders(), repeatedTiles(), scaling());
  }

  /** Minutes long, and needs a quiet disk rather than a quiet processor. */
  Report memoryReport(Environment environment) throws IOException {
    List<PeakMemoryResult> peaks = new ArrayList<>(peakMemory());
    progress.accept("Peak memory of an exact result");
    peaks.add(new PeakMemory(bench).measureExact("real-esrgan-photo", MemoryCase.LOW_FOURFOLD));
    progress.accept("Memory over hundreds of jobs");
    List<SteadyMemoryResult> steady = List.of(new SteadyMemory(bench).measure(SLIM));
    return new Report(environment, List.of(), peaks, steady, List.of(), List.of(), List.of());
  }

  private List<ModelSpeedResult> modelSpeed() throws IOException {
    List<ModelSpeedResult> results = new ArrayList<>();
    for (Model model : MODELS) {
      progress.accept("Speed of " + model.id() + " ×" + model.scale());
      results.add(new ModelSpeed(bench).measure(model.id(), model.scale()));
    }
    return results;
  }

  private List<PeakMemoryResult> peakMemory() throws IOException {
    List<PeakMemoryResult> results = new ArrayList<>();
    for (MemoryCase picture : bench.effort().memoryCases()) {
      progress.accept("Peak memory for " + picture.width() + "×" + picture.height());
      results.add(new PeakMemory(bench).measure(SLIM, picture));
    }
    if (bench.effort() == Effort.FULL) {
      progress.accept("Peak memory at a gigapixel");
      results.add(new PeakMemory(bench).measureGigapixel(SLIM));
    }
    return results;
  }

  private List<EncoderResult> encoders() throws IOException {
    progress.accept("Encoders");
    return new EncoderSpeed(bench).measure();
  }

  private List<RepeatedTilesResult> repeatedTiles() throws IOException {
    progress.accept("Repeated tiles");
    return List.of(new RepeatedTilesSaving(bench).measure(SLIM, 2));
  }

  private List<ScalingResult> scaling() throws IOException {
    progress.accept("Scaling with pixels");
    return List.of(new Scaling(bench).measure(SLIM, 2));
  }
}

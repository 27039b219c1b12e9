package dev.aiupscale.benchmarks;

import dev.aiupscale.benchmarks.measure.EncoderResult;
import dev.aiupscale.benchmarks.measure.ModelSpeedResult;
import dev.aiupscale.benchmarks.measure.PeakMemoryResult;
import dev.aiupscale.benchmarks.measure.RepeatedTilesResult;
import dev.aiupscale.benchmarks.measure.ScalingResult;
import dev.aiupscale.benchmarks.measure.SteadyMemoryResult;
import dev.aiupscale.benchmarks.report.Environment;
import dev.aiupscale.benchmarks.report.Table;
import dev.aiupscale.benchmarks.report.TableRow;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Everything that one run measured. */
record Report(
    Environment environment,
    List<ModelSpeedResult> modelSpeed,
    List<PeakMemoryResult> peakMemory,
    List<SteadyMemoryResult> steadyMemory,
    List<EncoderResult> encoders,
    List<RepeatedTilesResult> repeatedTiles,
    List<ScalingResult> scaling) {
  public Report {
    modelSpeed = List.copyOf(modelSpeed);
    peakMemory = List.copyOf(peakMemory);
    steadyMemory = List.copyOf(steadyMemory);
    encoders = List.copyOf(encoders);
    repeatedTiles = List.copyOf(repeatedTiles);
    scaling = List.copyOf(scaling);
  }

  public String text() {
    return environment.lines() + "\n" + Table.of(rows());
  }

  /** Writes the report as JSON and makes the folder for it. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Json.writePretty(this));
  }

  private List<TableRow> rows() {
    return Stream.of(
            modelSpeed.stream().map(ModelSpeedResult::row),
            peakMemory.stream().map(PeakMemoryResult::row),
            steadyMemory.stream().map(SteadyMemoryResult::row),
            encoders.stream().map(EncoderResult::row),
            repeatedTiles.stream().map(RepeatedTilesResult::row),
            scaling.stream().map(ScalingResult::row))
        .flatMap(rows -> rows)
        .toList();
  }
}

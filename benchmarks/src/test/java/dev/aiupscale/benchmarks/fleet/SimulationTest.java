package dev.aiupscale.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole simulated days. */
class SimulationTest {
  private static final ModelCatalogue MODELS =
      new ModelCatalogue(
          List.of(
              model("esrgan-slim", 2, 445),
              model("esrgan-medium", 2, 1385),
              model("real-esrgan-general", 4, 2418),
              model("real-esrgan-photo", 4, 35_854)));

  @Test
  void theSameSeedGivesTheSameDayAndAnotherAnother() {
    FleetResult first = run(1000, ArrivalPattern.STEADY, 1);

    assertThat(run(1000, ArrivalPattern.STEADY, 1)).isEqualTo(first);
    assertThat(run(1000, ArrivalPattern.STEADY, 2)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void aPatternBringsAsManyPicturesADayAsItSays(ArrivalPattern pattern) {
    double expected = pattern == ArrivalPattern.FLASH_CROWD ? 1 + 49 * 600 / 86_400.0 : 1;

    int jobs = run(20_000, pattern, 1).jobs();

    assertThat(jobs / 20_000.0 / expected).isBetween(0.97, 1.03);
  }

  @ParameterizedTest
  @EnumSource
  void oursWaitsLessThanAnyOtherThatCostsNoMore(ArrivalPattern pattern) {
    FleetLoad load = new FleetLoad(10_000, pattern, 3);
    List<FleetRow> rows = new FleetComparison(MODELS, 1).compare(load);
    FleetResult ours = rows.get(rows.size() - 1).result();

    assertThat(rows.stream().limit(rows.size() - 1).map(FleetRow::result))
        .filteredOn(other -> other.instanceHours() <= ours.instanceHours())
        .isNotEmpty()
        .allSatisfy(
            other -> {
              assertThat(ours.p95()).isLessThanOrEqualTo(other.p95());
              assertThat(ours.p99()).isLessThanOrEqualTo(other.p99());
              assertThat(ours.missed()).isLessThanOrEqualTo(other.missed());
            });
  }

  @Test
  void percentilesAreOfTheNearestRank() {
    double[] waits = Stream.iterate(100.0, w -> w - 1).limit(100).mapToDouble(w -> w).toArray();

    FleetResult result = FleetResult.of(waits, 90, 2);

    assertThat(result.p50()).isEqualTo(50);
    assertThat(result.p95()).isEqualTo(95);
    assertThat(result.p99()).isEqualTo(99);
    assertThat(result.missed()).isEqualTo(0.1);
    assertThat(result.costPerThousand(0.04)).isEqualTo(0.8);
  }

  private static FleetResult run(double picturesPerDay, ArrivalPattern pattern, long seed) {
    FleetLoad load = new FleetLoad(picturesPerDay, pattern, 2);
    FleetResult result =
        Simulation.run(
            new FleetCase(load, MODELS, MachineModel.SPOT, 60, seed),
            new PredictedWorkPolicy(60),
            new GroupSize(1, 100));
    return new FleetResult(
        result.jobs() / 2,
        result.p50(),
        result.p95(),
        result.p99(),
        result.missed(),
        result.instanceHours());
  }

  private static ModelDescriptor model(String id, int scale, double gflop) {
    return new ModelDescriptor(
        id, scale, "", "", "MIT", "", id + ".onnx", id, 1, 0, 0, 0, 64, gflop, List.of(), null);
  }
}

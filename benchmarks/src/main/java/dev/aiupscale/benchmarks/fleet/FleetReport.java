package dev.aiupscale.benchmarks.fleet;

import dev.aiupscale.benchmarks.report.Table;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The command {@code ./bench --fleet}: scaling policies on simulated days. */
public record FleetReport(long seed, List<FleetRow> rows, String text) {
  private record Scale(double picturesPerDay, int days) {}

  /** Few pictures need more days until a percentile means something. */
  private static final List<Scale> QUICK =
      List.of(new Scale(1, 200), new Scale(100, 30), new Scale(10_000, 7));

  private static final Scale LARGE = new Scale(1_000_000, 1);

  public FleetReport {
    rows = List.copyOf(rows);
  }

  /**
   * @param large whether a million pictures a day are simulated, too: minutes
   */
  public static FleetReport of(
      FleetComparison comparison, long seed, boolean large, Consumer<String> progress) {
    List<Scale> scales = new ArrayList<>(QUICK);
    if (large) {
      scales.add(LARGE);
    }
    List<FleetRow> rows = new ArrayList<>();
    List<List<String>> lines = new ArrayList<>(List.of(FleetRow.HEAD));
    for (Scale scale : scales) {
      for (ArrivalPattern pattern : ArrivalPattern.values()) {
        progress.accept((long) scale.picturesPerDay() + " pictures a day, " + pattern.label());
        FleetLoad load = new FleetLoad(scale.picturesPerDay(), pattern, scale.days());
        for (FleetRow row : comparison.compare(load)) {
          rows.add(row);
          lines.add(row.cells(scale.days()));
        }
      }
    }
    return new FleetReport(seed, rows, Table.lines(lines));
  }

  /** Writes the report as JSON and makes the folder for it. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Json.writePretty(this));
  }
}

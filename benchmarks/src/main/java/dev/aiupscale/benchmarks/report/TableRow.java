package dev.aiupscale.benchmarks.report;

import java.util.List;

/**
 * One line of the table.
 *
 * @param subject what was measured, on what
 * @param ratio the figure that holds on other machines too
 * @param of what the ratio compares
 * @param figures this machine's own figures behind it
 */
public record TableRow(String measure, String subject, String ratio, String of, String figures) {
  public static final TableRow HEAD =
      new TableRow("measure", "of", "ratio", "compares", "figures of this machine");

  List<String> cells() {
    return List.of(measure, subject, ratio, of, figures);
  }
}

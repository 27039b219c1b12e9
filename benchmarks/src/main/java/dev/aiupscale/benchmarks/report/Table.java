package dev.aiupscale.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Lays rows out in columns, in Markdown's form, so that it reads well in both. */
public final class Table {
  private Table() {}

  public static String of(List<TableRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(TableRow.HEAD.cells());
    rows.forEach(row -> lines.add(row.cells()));
    return lines(lines);
  }

  /** A table of lines with equally many cells, the head first. */
  public static String lines(List<List<String>> lines) {
    int[] widths = widths(lines);
    StringBuilder table = new StringBuilder();
    append(table, lines.get(0), widths, " ");
    append(table, lines.get(0).stream().map(cell -> "").toList(), widths, "-");
    lines.stream().skip(1).forEach(line -> append(table, line, widths, " "));
    return table.toString();
  }

  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], line.get(column).length());
      }
    }
    return widths;
  }

  private static void append(StringBuilder table, List<String> line, int[] widths, String fill) {
    for (int column = 0; column < widths.length; column++) {
      String cell = line.get(column);
      table.append("|").append(fill).append(cell);
      table.append(fill.repeat(widths[column] - cell.length())).append(fill);
    }
    table.append("|\n");
  }
}

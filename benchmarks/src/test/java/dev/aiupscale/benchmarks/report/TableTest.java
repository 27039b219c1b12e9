package dev.aiupscale.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final TableRow SHORT = new TableRow("speed", "×2", "1", "a to b", "");
  private static final TableRow LONG =
      new TableRow("peak memory", "a long subject", "0.12", "c to d", "600 MB");

  @Test
  void allLinesAreEquallyLong() {
    assertThat(Table.of(List.of(SHORT, LONG)).lines().map(String::length).distinct()).hasSize(1);
  }

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    String[] lines = Table.of(List.of(SHORT, LONG)).split("\n", -1);
    assertThat(lines[0]).startsWith("| measure     | of             | ratio |");
    assertThat(lines[1]).startsWith("|-------------|----------------|-------|");
    assertThat(lines[2]).startsWith("| speed       | ×2             | 1     |");
    assertThat(lines[3]).startsWith("| peak memory | a long subject | 0.12  |");
  }

  @Test
  void aTableWithoutRowsIsItsHead() {
    assertThat(Table.of(List.of()).lines()).hasSize(2);
  }
}

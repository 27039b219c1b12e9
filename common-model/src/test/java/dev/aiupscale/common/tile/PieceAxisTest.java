package dev.aiupscale.common.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceAxisTest {
  @Test
  void everyPixelIsGivenOnceByAPieceThatSeesAllAroundItWithinTheTile() {
    for (int size = 1; size <= 60; size++) {
      for (int halo = 0; halo <= 4; halo++) {
        for (int longest = 1; longest <= 24; longest++) {
          requireWhole(PieceAxis.of(size, halo, longest));
        }
      }
    }
  }

  private static void requireWhole(PieceAxis axis) {
    int given = 0;
    for (int i = 0; i < axis.count(); i++) {
      Span span = axis.span(i);
      int readEnd = span.readStart() + axis.length();
      assertThat(span.start()).as("%s, piece %d", axis, i).isEqualTo(given);
      assertThat(span.length()).isPositive();
      assertThat(span.readStart()).isNotNegative();
      assertThat(readEnd).isLessThanOrEqualTo(axis.size());
      assertThat(span.readStart() == 0 || span.offset() >= axis.halo()).isTrue();
      assertThat(readEnd == axis.size() || readEnd - span.end() >= axis.halo()).isTrue();
      given = span.end();
    }
    assertThat(given).isEqualTo(axis.size());
  }

  @ParameterizedTest
  @CsvSource({"100, 2, 100, 1, 100", "100, 2, 40, 3, 36", "100, 0, 40, 3, 34", "5, 3, 4, 1, 5"})
  void thePiecesAreFewAndThenShort(int size, int halo, int longest, int count, int length) {
    PieceAxis axis = PieceAxis.of(size, halo, longest);

    assertThat(axis.count()).isEqualTo(count);
    assertThat(axis.length()).isEqualTo(length);
  }
}

package dev.aiupscale.worker.upscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.worker.encode.RowSource;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReducedRowsTest {
  /** Rows of RGB samples by position. */
  private record Made(int width, int height, Samples samples, int[] next) implements RowSource {
    interface Samples {
      int at(int x, int y);
    }

    Made(int width, int height, Samples samples) {
      this(width, height, samples, new int[1]);
    }

    @Override
    public int channels() {
      return 3;
    }

    @Override
    public void next(byte[] row) {
      for (int i = 0; i < width * 3; i++) {
        row[i] = (byte) samples.at(i / 3, next[0]);
      }
      next[0]++;
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 4, 3, 3", "8, 4, 6, 3", "64, 40, 32, 20", "99, 3, 66, 2", "1, 1, 1, 1"})
  void evenColourStaysExactlyWhatItIs(int width, int height, int toWidth, int toHeight) {
    for (int level = 0; level < 256; level++) {
      int colour = level;
      for (byte[] row : reduced(new Made(width, height, (x, y) -> colour), toWidth, toHeight)) {
        assertThat(row).containsOnly(colour);
      }
    }
  }

  @Test
  void aFinePatternKeepsItsBrightnessAsLight() {
    byte[][] rows = reduced(new Made(64, 64, (x, y) -> (x + y) % 2 * 255), 32, 32);

    assertThat(rows[16][48] & 0xff).isCloseTo(188, Offset.offset(1));
  }

  @Test
  void aRampIsNotShifted() {
    byte[][] rows = reduced(new Made(128, 8, (x, y) -> 64 + x), 64, 4);

    for (int x = 8; x < 56; x++) {
      assertThat(rows[2][3 * x] & 0xff).isCloseTo(64 + 2 * x, Offset.offset(1));
    }
  }

  private static byte[][] reduced(RowSource source, int width, int height) {
    RowSource reduced = new ReducedRows(source, width, height);
    byte[][] rows = new byte[height][width * 3];
    for (byte[] row : rows) {
      reduced.next(row);
    }
    return rows;
  }
}

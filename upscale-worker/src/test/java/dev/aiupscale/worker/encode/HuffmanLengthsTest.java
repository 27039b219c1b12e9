package dev.aiupscale.worker.encode;

import static org.assertj.core.api.Assertions.assertThat;

import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import org.junit.jupiter.api.Test;

class HuffmanLengthsTest {
  @Test
  void frequentSymbolsHaveShortCodes() {
    double[] weights = new double[256];
    weights[7] = 100;
    weights[9] = 10;
    weights[200] = 1;

    JPEGHuffmanTable table = HuffmanLengths.table(weights);

    assertThat(table.getValues()).containsExactly(7, 9, 200);
    assertThat(table.getLengths()).startsWith(1, 1, 1);
  }

  @Test
  void noCodeIsLongerThanSixteenBitsOrOfOnesAlone() {
    double[] weights = new double[256];
    for (int symbol = 0; symbol < 162; symbol++) {
      // So steep that an unlimited code would have 161 bits.
      weights[symbol] = Math.pow(2, symbol);
    }

    JPEGHuffmanTable table = HuffmanLengths.table(weights);

    assertThat(table.getValues()).hasSize(162);
    double used = 0;
    for (int length = 1; length <= 16; length++) {
      used += table.getLengths()[length - 1] / (double) (1 << length);
    }
    assertThat(used).isLessThan(1);
  }
}

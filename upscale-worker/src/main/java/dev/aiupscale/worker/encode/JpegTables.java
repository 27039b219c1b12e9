package dev.aiupscale.worker.encode;

import java.util.List;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/** The four Huffman tables of a picture, in the order of {@link JpegSymbols}. */
record JpegTables(List<JPEGHuffmanTable> tables) {
  static final JpegTables STANDARD =
      new JpegTables(
          List.of(
              JPEGHuffmanTable.StdDCLuminance,
              JPEGHuffmanTable.StdDCChrominance,
              JPEGHuffmanTable.StdACLuminance,
              JPEGHuffmanTable.StdACChrominance));

  /** What the standard tables weigh beside the counts: the sample may not be like the rest. */
  private static final double PRIOR = 0.1;

  JpegTables {
    tables = List.copyOf(tables);
  }

  /**
   * Tables for pictures whose symbols are as frequent as in a sample; every symbol that the
   * standard tables know has a code.
   */
  static JpegTables fitting(long[][] counts) {
    JPEGHuffmanTable[] fitting = new JPEGHuffmanTable[counts.length];
    for (int table = 0; table < counts.length; table++) {
      fitting[table] = HuffmanLengths.table(weights(STANDARD.tables.get(table), counts[table]));
    }
    return new JpegTables(List.of(fitting));
  }

  private static double[] weights(JPEGHuffmanTable standard, long[] counts) {
    double[] weights = new double[256];
    double sample = 0;
    for (long count : counts) {
      sample += count;
    }
    short[] symbols = standard.getValues();
    short[] lengths = standard.getLengths();
    int symbol = 0;
    for (int length = 1; length <= lengths.length; length++) {
      for (int i = 0; i < lengths[length - 1]; i++) {
        int value = symbols[symbol++];
        weights[value] = counts[value] + (1 + PRIOR * sample) / (1 << length);
      }
    }
    return weights;
  }
}

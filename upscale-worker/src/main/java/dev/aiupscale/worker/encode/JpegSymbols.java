package dev.aiupscale.worker.encode;

import java.util.Arrays;

/**
 * Counts the Huffman symbols in a scan of three components, of which the last two share their
 * tables: T.81, Annex F.2.
 */
final class JpegSymbols {
  /** DC of luminance, DC of chrominance, AC of luminance, AC of chrominance. */
  static final int TABLES = 4;

  private static final int COEFFICIENTS = 64;
  private static final int ZERO_RUN = 0xF0;

  private final byte[] bytes;
  private final int end;
  private final HuffmanDecoder[] decoders = new HuffmanDecoder[TABLES];
  private final long[][] counts = new long[TABLES][256];
  private int at;
  private int bits;
  private int bitCount;

  private JpegSymbols(JpegFile file) {
    this.bytes = file.bytes();
    this.at = file.data();
    this.end = bytes.length - JpegFile.END.length;
    for (int segment = 2; segment < file.start(); segment = JpegFile.next(bytes, segment)) {
      if (JpegFile.marker(bytes, segment) == JpegFile.TABLES) {
        readTables(segment + 4, JpegFile.next(bytes, segment));
      }
    }
  }

  /** How often each symbol stands in the scan, table by table. */
  static long[][] of(JpegFile file) {
    byte[] bytes = file.bytes();
    int frame = file.frame();
    int sampling = bytes[frame + 11] >> 4;
    int unit = 8 * sampling;
    int height = ((bytes[frame + 5] & 0xff) << 8) + (bytes[frame + 6] & 0xff);
    int width = ((bytes[frame + 7] & 0xff) << 8) + (bytes[frame + 8] & 0xff);
    int units = ((width - 1) / unit + 1) * ((height - 1) / unit + 1);
    JpegSymbols symbols = new JpegSymbols(file);
    for (int i = 0; i < units; i++) {
      for (int block = 0; block < sampling * sampling; block++) {
        symbols.readBlock(0);
      }
      symbols.readBlock(1);
      symbols.readBlock(1);
    }
    return symbols.counts;
  }

  private void readTables(int from, int to) {
    for (int table = from; table < to; ) {
      int index = 2 * (bytes[table] >> 4) + (bytes[table] & 0xf);
      byte[] lengths = Arrays.copyOfRange(bytes, table + 1, table + 17);
      int symbols = 0;
      for (byte length : lengths) {
        symbols += length & 0xff;
      }
      int next = table + 17 + symbols;
      decoders[index] = new HuffmanDecoder(lengths, Arrays.copyOfRange(bytes, table + 17, next));
      table = next;
    }
  }

  private void readBlock(int tables) {
    skip(symbol(tables));
    for (int coefficient = 1; coefficient < COEFFICIENTS; coefficient++) {
      int symbol = symbol(2 + tables);
      int size = symbol & 0xf;
      if (size == 0 && symbol != ZERO_RUN) {
        return;
      }
      coefficient += symbol >> 4;
      skip(size);
    }
  }

  private int symbol(int table) {
    fill();
    int entry = decoders[table].entry(bits >>> (bitCount - 16));
    int symbol = entry & 0xff;
    drop(entry >> 8);
    counts[table][symbol]++;
    return symbol;
  }

  private void skip(int count) {
    fill();
    drop(count);
  }

  private void drop(int count) {
    bitCount -= count;
    bits &= (1 << bitCount) - 1;
  }

  /** At least 16 bits; ones after the end. */
  private void fill() {
    while (bitCount < 16) {
      int next = at < end ? bytes[at++] & 0xff : 0xff;
      if (next == 0xff && at < end) {
        // A stuffed zero.
        at++;
      }
      bits = (bits << 8) | next;
      bitCount += 8;
    }
  }
}

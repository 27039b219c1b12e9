package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.Refusal;

/** Undoes TIFF's horizontal differencing, by which each sample is stored as a step. */
final class TiffPredictor {
  private TiffPredictor() {}

  static void undo(byte[] row, TiffPage page) {
    int distance = page.samplesTogether();
    switch (page.bits()) {
      case 8 -> {
        for (int i = distance; i < row.length; i++) {
          row[i] += row[i - distance];
        }
      }
      case 16 -> undo16(row, 2 * distance, page.littleEndian() ? 1 : 0);
      default -> throw Refusal.unsupported("The file is a TIFF with a predictor of its own.");
    }
  }

  /**
   * @param high offset of a sample's high byte
   */
  private static void undo16(byte[] row, int distance, int high) {
    int low = 1 - high;
    for (int i = distance; i + 1 < row.length; i += 2) {
      int sum = (row[i + low] & 0xff) + (row[i - distance + low] & 0xff);
      row[i + low] = (byte) sum;
      row[i + high] += (byte) (row[i - distance + high] + (sum >> 8));
    }
  }
}

package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.Refusal;

/** Undoes the five row filters of PNG (specification, section 9). */
final class PngFilters {
  private PngFilters() {}

  /**
   * @param row changed in place
   * @param above the row above, already without filter; zeros for the first
   * @param distance bytes a pixel, at least 1
   */
  static void undo(int filter, byte[] row, byte[] above, int distance, int length) {
    switch (filter) {
      case 0 -> {}
      case 1 -> {
        for (int i = distance; i < length; i++) {
          row[i] += row[i - distance];
        }
      }
      case 2 -> {
        for (int i = 0; i < length; i++) {
          row[i] += above[i];
        }
      }
      case 3 -> {
        for (int i = 0; i < length; i++) {
          int left = i < distance ? 0 : row[i - distance] & 0xff;
          row[i] += (byte) ((left + (above[i] & 0xff)) / 2);
        }
      }
      case 4 -> {
        for (int i = 0; i < length; i++) {
          int left = i < distance ? 0 : row[i - distance] & 0xff;
          int corner = i < distance ? 0 : above[i - distance] & 0xff;
          row[i] += (byte) paeth(left, above[i] & 0xff, corner);
        }
      }
      default -> throw Refusal.corrupt("The PNG file names a row filter that does not exist.");
    }
  }

  private static int paeth(int left, int above, int corner) {
    int estimate = left + above - corner;
    int toLeft = Math.abs(estimate - left);
    int toAbove = Math.abs(estimate - above);
    int toCorner = Math.abs(estimate - corner);
    if (toLeft <= toAbove && toLeft <= toCorner) {
      return left;
    }
    return toAbove <= toCorner ? above : corner;
  }
}

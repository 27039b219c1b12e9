package dev.aiupscale.api.image.decode;

/** Samples of 1, 2, 4 or 8 bits that stand in bytes from the highest bit down. */
final class PackedBits {
  private PackedBits() {}

  static int sample(byte[] row, int index, int bits) {
    int bit = index * bits;
    return row[bit >> 3] >> 8 - bits - (bit & 7) & (1 << bits) - 1;
  }
}

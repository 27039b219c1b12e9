package dev.aiupscale.worker.encode;

/** Tells symbol and length of the code that 16 bits begin with. */
final class HuffmanDecoder {
  private final short[] entries = new short[1 << 16];

  /**
   * @param lengths how many codes there are of 1 to 16 bits
   * @param symbols in the order of their codes
   */
  HuffmanDecoder(byte[] lengths, byte[] symbols) {
    int code = 0;
    int symbol = 0;
    for (int length = 1; length <= 16; length++) {
      for (int i = 0; i < (lengths[length - 1] & 0xff); i++) {
        int from = code << (16 - length);
        int to = (code + 1) << (16 - length);
        for (int entry = from; entry < to; entry++) {
          entries[entry] = (short) ((length << 8) | (symbols[symbol] & 0xff));
        }
        code++;
        symbol++;
      }
      code <<= 1;
    }
  }

  /** The code's length in bits shifted by 8, and its symbol. */
  int entry(int sixteenBits) {
    return entries[sixteenBits];
  }
}

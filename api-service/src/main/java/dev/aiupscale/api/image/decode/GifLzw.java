package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;

/** GIF's variant of LZW: codes of 3 to 12 bits, lowest bit first, in blocks of up to 255 bytes. */
final class GifLzw {
  private static final int MAX_CODES = 4096;

  private final UploadBytes file;
  private final int minBits;
  private final int clear;
  private int at;
  private int blockLeft;
  private int bits;
  private int bitCount;

  private final short[] prefix = new short[MAX_CODES];
  private final byte[] suffix = new byte[MAX_CODES];
  private final byte[] stack = new byte[MAX_CODES + 1];
  private int stackSize;
  private int codeBits;
  private int nextCode;
  private int previous = -1;
  private int firstOfPrevious;

  GifLzw(UploadBytes file, int at) {
    this.file = file;
    this.minBits = file.u8(at);
    if (minBits < 1 || minBits > 11) {
      throw damaged();
    }
    this.at = at + 1;
    this.clear = 1 << minBits;
    for (int i = 0; i < clear; i++) {
      suffix[i] = (byte) i;
    }
    reset();
  }

  /** Fills {@code row} with palette indices. */
  void read(byte[] row) {
    for (int x = 0; x < row.length; x++) {
      while (stackSize == 0) {
        expand(nextSymbol());
      }
      row[x] = stack[--stackSize];
    }
  }

  private void reset() {
    codeBits = minBits + 1;
    nextCode = clear + 2;
    previous = -1;
  }

  private void expand(int code) {
    if (code == clear) {
      reset();
      return;
    }
    boolean unknown = previous < 0 ? code >= clear : code > nextCode;
    if (code == clear + 1 || unknown) {
      throw damaged();
    }
    int link = code;
    if (previous >= 0 && code == nextCode) {
      stack[stackSize++] = (byte) firstOfPrevious;
      link = previous;
    }
    while (link >= clear) {
      stack[stackSize++] = suffix[link];
      link = prefix[link];
    }
    stack[stackSize++] = (byte) link;
    remember(link);
    previous = code;
    firstOfPrevious = link;
  }

  private void remember(int first) {
    if (previous < 0 || nextCode >= MAX_CODES) {
      return;
    }
    prefix[nextCode] = (short) previous;
    suffix[nextCode] = (byte) first;
    nextCode++;
    if (nextCode == 1 << codeBits && codeBits < 12) {
      codeBits++;
    }
  }

  private int nextSymbol() {
    while (bitCount < codeBits) {
      bits |= nextByte() << bitCount;
      bitCount += 8;
    }
    int code = bits & (1 << codeBits) - 1;
    bits >>>= codeBits;
    bitCount -= codeBits;
    return code;
  }

  private int nextByte() {
    if (blockLeft == 0) {
      blockLeft = file.u8(at++);
      if (blockLeft == 0) {
        throw damaged();
      }
    }
    blockLeft--;
    return file.u8(at++);
  }

  private static RuntimeException damaged() {
    return Refusal.corrupt("The GIF file's picture data are damaged or end early.");
  }
}

package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.Refusal;
import java.io.IOException;
import java.io.InputStream;

/** TIFF's variant of LZW: codes of 9 to 12 bits, highest bit first, that grow one code early. */
final class TiffLzwStream extends InputStream {
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int MAX_CODES = 4096;

  private final InputStream coded;
  private final short[] prefix = new short[MAX_CODES];
  private final byte[] suffix = new byte[MAX_CODES];
  private final byte[] stack = new byte[MAX_CODES + 1];
  private int stackSize;
  private int bits;
  private int bitCount;
  private int codeBits = 9;
  private int nextCode = END + 1;
  private int previous = -1;
  private int firstOfPrevious;
  private boolean ended;

  TiffLzwStream(InputStream coded) {
    this.coded = coded;
  }

  @Override
  public int read() throws IOException {
    while (stackSize == 0) {
      int code = ended ? END : nextSymbol();
      if (code == END) {
        ended = true;
        return -1;
      }
      expand(code);
    }
    return stack[--stackSize] & 0xff;
  }

  private void expand(int code) {
    if (code == CLEAR) {
      codeBits = 9;
      nextCode = END + 1;
      previous = -1;
      return;
    }
    if (previous < 0 ? code > 255 : code > nextCode) {
      throw Refusal.corrupt("The TIFF file's picture data are damaged.");
    }
    int link = code;
    if (previous >= 0 && code == nextCode) {
      stack[stackSize++] = (byte) firstOfPrevious;
      link = previous;
    }
    while (link > END) {
      stack[stackSize++] = suffix[link];
      link = prefix[link];
    }
    stack[stackSize++] = (byte) link;
    remember(link);
    previous = code;
    firstOfPrevious = link;
  }

  private void remember(int first) {
    if (previous >= 0 && nextCode < MAX_CODES) {
      prefix[nextCode] = (short) previous;
      suffix[nextCode] = (byte) first;
      nextCode++;
      if (nextCode + 1 >= 1 << codeBits && codeBits < 12) {
        codeBits++;
      }
    }
  }

  private int nextSymbol() throws IOException {
    while (bitCount < codeBits) {
      int next = coded.read();
      if (next < 0) {
        return END;
      }
      bits = bits << 8 | next;
      bitCount += 8;
    }
    bitCount -= codeBits;
    return bits >> bitCount & (1 << codeBits) - 1;
  }
}

package dev.aiupscale.api.image.decode;

import java.io.IOException;
import java.io.InputStream;

/** Apple's run lengths: a count, then one byte to repeat or some to copy. */
final class PackBitsStream extends InputStream {
  private final InputStream coded;
  private int left;
  private int repeated = -1;

  PackBitsStream(InputStream coded) {
    this.coded = coded;
  }

  @Override
  public int read() throws IOException {
    while (left == 0) {
      int count = coded.read();
      if (count < 0) {
        return -1;
      }
      if (count < 128) {
        left = count + 1;
        repeated = -1;
      } else if (count > 128) {
        left = 257 - count;
        repeated = coded.read();
      }
    }
    left--;
    return repeated >= 0 ? repeated : coded.read();
  }
}

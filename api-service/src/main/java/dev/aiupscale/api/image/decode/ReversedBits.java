package dev.aiupscale.api.image.decode;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes whose lowest bit comes first (TIFF's fill order 2). */
final class ReversedBits extends FilterInputStream {
  ReversedBits(InputStream bytes) {
    super(bytes);
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    return value < 0 ? value : Integer.reverse(value) >>> 24;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    for (int i = offset; i < offset + count; i++) {
      target[i] = (byte) (Integer.reverse(target[i]) >>> 24);
    }
    return count;
  }
}

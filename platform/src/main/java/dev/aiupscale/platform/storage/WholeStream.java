package dev.aiupscale.platform.storage;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that fails when it ends before its announced length. {@link
 * java.net.HttpURLConnection}'s own ends as if nothing were missing when the server dies, and a
 * picture cut off so would be taken for whole.
 */
final class WholeStream extends FilterInputStream {
  private final long length;
  private long count;

  /**
   * @param length in bytes
   */
  WholeStream(InputStream content, long length) {
    super(content);
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    counted(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int most) throws IOException {
    return counted(super.read(target, offset, most));
  }

  @Override
  public long skip(long most) throws IOException {
    long skipped = super.skip(most);
    count += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int counted(int read) throws EOFException {
    if (read < 0 && count < length) {
      throw new EOFException("the store broke off after " + count + " of " + length + " bytes");
    }
    count += Math.max(0, read);
    return read;
  }
}

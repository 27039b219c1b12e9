package dev.aiupscale.worker.encode;

import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.stream.ImageOutputStreamImpl;

/**
 * Passes on what an ImageIO writer writes at once, where the JDK's own adapters keep it until the
 * writer is done. It cannot go back or be read.
 */
final class PassingImageOutputStream extends ImageOutputStreamImpl {
  private final OutputStream out;

  PassingImageOutputStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) throws IOException {
    out.write(value);
    streamPos++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    streamPos += length;
  }

  @Override
  public int read() throws IOException {
    throw new IOException("a stream that is passed on cannot be read");
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    throw new IOException("a stream that is passed on cannot be read");
  }
}

package dev.aiupscale.benchmarks.measure;

import java.io.IOException;
import java.io.OutputStream;

/** Counts what is written and keeps nothing, so that no disk is measured. */
final class CountingOutput extends OutputStream {
  private long bytes;

  long bytes() {
    return bytes;
  }

  @Override
  public void write(int b) {
    bytes++;
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    bytes += length;
  }
}

package dev.aiupscale.worker.decode;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows of samples in a file that goes when it is closed, so that memory holds only the rows that
 * somebody is looking at. Several threads may read.
 */
public final class PlaneFile implements AutoCloseable {
  private final FileChannel channel;
  private final int rowBytes;

  private PlaneFile(FileChannel channel, int rowBytes) {
    this.channel = channel;
    this.rowBytes = rowBytes;
  }

  static PlaneFile create(Path file, int rowBytes) throws IOException {
    return new PlaneFile(
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.DELETE_ON_CLOSE),
        rowBytes);
  }

  /** Fills the start of {@code samples} with {@code count} rows from row {@code first} on. */
  public void read(int first, int count, byte[] samples) {
    ByteBuffer into = ByteBuffer.wrap(samples, 0, count * rowBytes);
    long at = (long) first * rowBytes;
    try {
      while (into.hasRemaining()) {
        int read = channel.read(into, at);
        if (read < 0) {
          throw new EOFException("row " + (first + count - 1) + " was not written");
        }
        at += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts one row, the start of {@code samples}, in its place. */
  public void write(int row, byte[] samples) {
    ByteBuffer from = ByteBuffer.wrap(samples, 0, rowBytes);
    long at = (long) row * rowBytes;
    try {
      while (from.hasRemaining()) {
        at += channel.write(from, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

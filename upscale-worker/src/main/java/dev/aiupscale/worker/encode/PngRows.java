package dev.aiupscale.worker.encode;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Adler32;

/**
 * Makes the one zlib stream of a PNG out of strips of rows, which are compressed beside the thread
 * that pulls the rows. The bytes depend only on the picture.
 */
final class PngRows {
  private static final int STRIP_BYTES = 1 << 20;
  private static final int THREADS = 2;
  private static final byte[] ZLIB_HEADER = {0x78, 0x5E};

  /** Takes the stream piece by piece. */
  interface Sink {
    void put(byte[] bytes) throws IOException;
  }

  private final RowSource rows;
  private final Adler32 checksum = new Adler32();

  PngRows(RowSource rows) {
    this.rows = rows;
  }

  void writeTo(Sink sink) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, PngRows::daemon);
    try {
      sink.put(ZLIB_HEADER);
      Queue<Future<byte[]>> strips = new ArrayDeque<>();
      PngFilter filter = new PngFilter(rows.width() * rows.channels(), rows.channels());
      int rowsPerStrip = Math.max(1, STRIP_BYTES / filter.filteredBytes());
      for (int y = 0; y < rows.height(); y += rowsPerStrip) {
        int count = Math.min(rowsPerStrip, rows.height() - y);
        byte[] strip = filter.filter(rows, count);
        checksum.update(strip);
        boolean last = y + count == rows.height();
        strips.add(threads.submit(() -> PngStrip.deflate(strip, last)));
        if (strips.size() > THREADS) {
          sink.put(finished(strips.remove()));
        }
      }
      while (!strips.isEmpty()) {
        sink.put(finished(strips.remove()));
      }
      sink.put(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "png-deflate");
    thread.setDaemon(true);
    return thread;
  }

  private static byte[] finished(Future<byte[]> strip) throws IOException {
    try {
      return strip.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a strip was compressed");
    } catch (ExecutionException e) {
      throw new IOException("a strip could not be compressed", e.getCause());
    }
  }
}

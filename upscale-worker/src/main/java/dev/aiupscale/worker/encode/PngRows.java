package dev.aiupscale.worker.encode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;

/**
 * Makes the one zlib stream of a PNG out of strips of rows. Its bytes depend only on the picture.
 */
final class PngRows {
  private static final int STRIP_BYTES = 1 << 20;
  private static final byte[] ZLIB_HEADER = {0x78, 0x5E};

  private final RowSource rows;
  private final Adler32 checksum = new Adler32();

  PngRows(RowSource rows) {
    this.rows = rows;
  }

  void writeTo(StripThreads.Sink sink) throws IOException {
    sink.put(ZLIB_HEADER);
    try (StripThreads threads = new StripThreads(sink)) {
      PngFilter filter = new PngFilter(rows.width() * rows.channels(), rows.channels());
      int rowsPerStrip = Math.max(1, STRIP_BYTES / filter.filteredBytes());
      for (int y = 0; y < rows.height(); y += rowsPerStrip) {
        int count = Math.min(rowsPerStrip, rows.height() - y);
        byte[] strip = filter.filter(rows, count);
        checksum.update(strip);
        boolean last = y + count == rows.height();
        threads.add(() -> PngStrip.deflate(strip, last));
      }
      threads.finish();
    }
    sink.put(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}

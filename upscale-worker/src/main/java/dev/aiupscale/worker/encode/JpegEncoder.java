package dev.aiupscale.worker.encode;

import dev.aiupscale.common.image.BasicMetadata;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes baseline JPEG. Strips of the picture are coded beside each other by the JDK's own writer;
 * a restart marker between two lets them stand in one scan, since each begins anew. The Huffman
 * tables are made for the first strip and used for all.
 */
public final class JpegEncoder implements ImageEncoder {
  /** From here on colour is kept at full resolution. */
  private static final int FULL_CHROMA_QUALITY = 90;

  private static final int STRIP_BYTES = 1 << 20;
  private static final int MOST_RESTART_INTERVAL = 65_535;
  private static final int RESTART_MARKERS = 8;

  private final int quality;
  private final BasicMetadata metadata;

  /**
   * @param quality 1 to 100; from 90 on 4:4:4, below 4:2:0
   */
  public JpegEncoder(int quality, BasicMetadata metadata) {
    this.quality = quality;
    this.metadata = metadata;
  }

  @Override
  public void encode(RowSource rows, OutputStream out) throws IOException {
    if (rows.channels() != 3) {
      throw new IllegalArgumentException("RGB alone, not " + rows.channels() + " channels");
    }
    boolean fullChroma = quality >= FULL_CHROMA_QUALITY;
    int unit = fullChroma ? 8 : 16;
    int unitsAcross = (rows.width() - 1) / unit + 1;
    int unitRows = unitRowsPerStrip(rows.width() * 3 * unit, unitsAcross);
    byte[] first = pull(rows, Math.min(rows.height(), unitRows * unit));
    JpegStrip standard = new JpegStrip(quality, fullChroma, metadata, JpegTables.STANDARD);
    JpegFile sample = JpegFile.of(standard.encode(first, rows.width()));
    JpegStrip fitting =
        new JpegStrip(quality, fullChroma, metadata, JpegTables.fitting(JpegSymbols.of(sample)));
    JpegFile head = JpegFile.of(fitting.encode(first, rows.width()));
    out.write(head.header(rows.height(), unitsAcross * unitRows));
    out.write(head.scan());
    writeRest(rows, first.length / (3 * rows.width()), fitting, out);
    out.write(JpegFile.END);
  }

  private static int unitRowsPerStrip(int unitRowBytes, int unitsAcross) {
    return Math.max(1, Math.min(STRIP_BYTES / unitRowBytes, MOST_RESTART_INTERVAL / unitsAcross));
  }

  private static void writeRest(RowSource rows, int stripRows, JpegStrip writer, OutputStream out)
      throws IOException {
    try (StripThreads threads = new StripThreads(out::write)) {
      for (int y = stripRows, strip = 0; y < rows.height(); y += stripRows, strip++) {
        byte[] pixels = pull(rows, Math.min(stripRows, rows.height() - y));
        int marker = strip % RESTART_MARKERS;
        threads.add(
            () -> JpegFile.of(writer.encode(pixels, rows.width())).scanAfterRestart(marker));
      }
      threads.finish();
    }
  }

  private static byte[] pull(RowSource rows, int count) {
    int rowBytes = 3 * rows.width();
    byte[] strip = new byte[count * rowBytes];
    byte[] row = new byte[rowBytes];
    for (int y = 0; y < count; y++) {
      rows.next(row);
      System.arraycopy(row, 0, strip, y * rowBytes, rowBytes);
    }
    return strip;
  }
}

package dev.aiupscale.worker.decode;

import ar.com.hjg.pngj.ImageInfo;
import ar.com.hjg.pngj.ImageLineByte;
import ar.com.hjg.pngj.PngReaderByte;
import java.io.IOException;
import java.nio.file.Path;

/** Decodes PNG row by row into packed planes, so that nothing but the planes is held. */
final class PngPicture {
  private static final byte OPAQUE = (byte) 255;

  private PngPicture() {}

  static Picture read(Path file) throws IOException {
    PngReaderByte reader = new PngReaderByte(file.toFile());
    try {
      ImageInfo header = reader.imgInfo;
      if (header.bitDepth != 8 || header.channels < 3) {
        throw new IOException("not 8 bit RGB or RGBA: " + header);
      }
      byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(header.cols, header.rows), 3)];
      byte[] alpha = header.alpha ? new byte[header.cols * header.rows] : null;
      boolean translucent = false;
      for (int y = 0; y < header.rows; y++) {
        byte[] row = ((ImageLineByte) reader.readRow(y)).getScanline();
        int first = y * header.cols;
        if (alpha == null) {
          System.arraycopy(row, 0, rgb, first * 3, header.cols * 3);
        } else {
          translucent |= split(row, header.cols, first, rgb, alpha);
        }
      }
      reader.end();
      return new Picture(header.cols, header.rows, rgb, translucent ? alpha : null);
    } finally {
      reader.close();
    }
  }

  private static boolean split(byte[] rgba, int width, int first, byte[] rgb, byte[] alpha) {
    boolean translucent = false;
    for (int x = 0; x < width; x++) {
      System.arraycopy(rgba, x * 4, rgb, (first + x) * 3, 3);
      alpha[first + x] = rgba[x * 4 + 3];
      translucent |= rgba[x * 4 + 3] != OPAQUE;
    }
    return translucent;
  }
}

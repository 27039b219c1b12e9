package dev.aiupscale.worker.encode;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * Compresses one strip so that the strips' outputs, one after the other, are one deflate stream.
 */
final class PngStrip {
  private static final int LEVEL = 3;

  private PngStrip() {}

  static byte[] deflate(byte[] strip, boolean last) {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setStrategy(Deflater.FILTERED);
      deflater.setInput(strip);
      if (last) {
        deflater.finish();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(strip.length / 2 + 64);
      byte[] buffer = new byte[1 << 16];
      int mode = last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
      int length;
      // After setStrategy a call may return 0 before the input is taken.
      while ((length = deflater.deflate(buffer, 0, buffer.length, mode)) > 0
          || !(last ? deflater.finished() : deflater.needsInput())) {
        out.write(buffer, 0, length);
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}

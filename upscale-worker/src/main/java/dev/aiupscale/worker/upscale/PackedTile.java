package dev.aiupscale.worker.upscale;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * Compresses a tile's RGB samples quickly: what each differs by from the pixel before it, by
 * Huffman codes alone.
 */
final class PackedTile {
  private static final int PIXEL = 3;

  private PackedTile() {}

  /** Changes the first {@code length} of {@code samples}. */
  static void write(byte[] samples, int length, OutputStream out) {
    for (int i = length - 1; i >= PIXEL; i--) {
      samples[i] -= samples[i - PIXEL];
    }
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    deflater.setStrategy(Deflater.HUFFMAN_ONLY);
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater, 1 << 16)) {
      packed.write(samples, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
  }

  /**
   * @return whether the {@code length} bytes from {@code offset} on were just {@code count} samples
   */
  static boolean read(byte[] packed, int offset, int length, byte[] samples, int count) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed, offset, length);
      boolean whole = inflater.inflate(samples, 0, count) == count;
      for (int i = PIXEL; i < count; i++) {
        samples[i] += samples[i - PIXEL];
      }
      return whole;
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }
}

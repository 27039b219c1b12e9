package dev.aiupscale.api.image.write;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes 8 bit RGB or RGBA as PNG fast: filter Up and light deflation, a row at a time. */
public final class PngWriter {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int CHUNK = 1 << 16;
  private static final byte FILTER_UP = 2;

  private PngWriter() {}

  public static void write(Rows rows, Path target) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target), CHUNK))) {
      out.writeLong(SIGNATURE);
      chunk(out, "IHDR", header(rows), 13);
      chunk(out, "sRGB", new byte[] {0}, 1);
      pixels(rows, out);
      chunk(out, "IEND", new byte[0], 0);
    }
  }

  private static byte[] header(Rows rows) {
    byte colourType = (byte) (rows.channels() == 4 ? 6 : 2);
    return ByteBuffer.allocate(13)
        .putInt(rows.width())
        .putInt(rows.height())
        .put((byte) 8)
        .put(colourType)
        .array();
  }

  private static void pixels(Rows rows, DataOutputStream out) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    int length = rows.width() * rows.channels();
    byte[] row = new byte[length];
    byte[] above = new byte[length];
    byte[] filtered = new byte[length + 1];
    filtered[0] = FILTER_UP;
    try (OutputStream data = new DeflaterOutputStream(new Idat(out), deflater, CHUNK)) {
      for (int y = 0; y < rows.height(); y++) {
        rows.read(y, row);
        for (int i = 0; i < length; i++) {
          filtered[i + 1] = (byte) (row[i] - above[i]);
        }
        data.write(filtered);
        byte[] swap = above;
        above = row;
        row = swap;
      }
    } finally {
      deflater.end();
    }
  }

  private static void chunk(DataOutputStream out, String name, byte[] bytes, int length)
      throws IOException {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(bytes, 0, length);
    out.writeInt(length);
    out.write(type);
    out.write(bytes, 0, length);
    out.writeInt((int) crc.getValue());
  }

  /** Gathers deflated bytes into IDAT chunks. */
  private static final class Idat extends OutputStream {
    private final DataOutputStream out;
    private final byte[] chunk = new byte[CHUNK];
    private int length;

    Idat(DataOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      for (int done = 0; done < count; ) {
        int part = Math.min(count - done, CHUNK - length);
        System.arraycopy(bytes, offset + done, chunk, length, part);
        length += part;
        done += part;
        if (length == CHUNK) {
          emit();
        }
      }
    }

    private void emit() throws IOException {
      chunk(out, "IDAT", chunk, length);
      length = 0;
    }

    /** The file goes on after the pixels, so the underlying stream stays open. */
    @Override
    public void close() throws IOException {
      if (length > 0) {
        emit();
      }
    }
  }
}

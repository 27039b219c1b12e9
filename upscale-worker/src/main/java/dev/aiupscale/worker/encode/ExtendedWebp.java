package dev.aiupscale.worker.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Adds a colour profile and EXIF to a WebP file, which makes it one of the extended form. */
final class ExtendedWebp {
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int VP8X_CHUNK = CHUNK_HEADER + 10;
  private static final int HAS_PROFILE = 0x20;
  private static final int HAS_ALPHA = 0x10;
  private static final int HAS_EXIF = 0x08;

  private ExtendedWebp() {}

  static void write(
      byte[] webp,
      byte[] profile,
      byte[] exif,
      int width,
      int height,
      boolean alpha,
      OutputStream out)
      throws IOException {
    int start = startsWith(webp, RIFF_HEADER, "VP8X") ? RIFF_HEADER + VP8X_CHUNK : RIFF_HEADER;
    int kept = webp.length - start;
    byte[] before = chunk("ICCP", profile);
    byte[] behind = chunk("EXIF", exif);
    ByteBuffer head = ByteBuffer.allocate(RIFF_HEADER + VP8X_CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("RIFF")).putInt(4 + VP8X_CHUNK + before.length + kept + behind.length);
    head.put(ascii("WEBP")).put(ascii("VP8X")).putInt(10);
    head.putInt(HAS_PROFILE | HAS_EXIF | (alpha ? HAS_ALPHA : 0));
    put24(head, width - 1);
    put24(head, height - 1);
    out.write(head.array());
    out.write(before);
    out.write(webp, start, kept);
    out.write(behind);
  }

  private static byte[] chunk(String name, byte[] bytes) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_HEADER + bytes.length + bytes.length % 2);
    chunk.order(ByteOrder.LITTLE_ENDIAN).put(ascii(name)).putInt(bytes.length).put(bytes);
    return chunk.array();
  }

  private static boolean startsWith(byte[] bytes, int at, String name) {
    return new String(bytes, at, 4, StandardCharsets.US_ASCII).equals(name);
  }

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  private static void put24(ByteBuffer out, int value) {
    out.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
  }
}

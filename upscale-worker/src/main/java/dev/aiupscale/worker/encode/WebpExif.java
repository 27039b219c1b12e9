package dev.aiupscale.worker.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Adds an EXIF chunk to a WebP file, which makes it one of the extended form (VP8X). */
final class WebpExif {
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int VP8X_CHUNK = CHUNK_HEADER + 10;
  private static final int HAS_ALPHA = 0x10;
  private static final int HAS_EXIF = 0x08;

  private WebpExif() {}

  static void write(
      byte[] webp, byte[] exif, int width, int height, boolean alpha, OutputStream out)
      throws IOException {
    int start = startsWith(webp, RIFF_HEADER, "VP8X") ? RIFF_HEADER + VP8X_CHUNK : RIFF_HEADER;
    int kept = webp.length - start;
    int padding = exif.length % 2;
    ByteBuffer head = ByteBuffer.allocate(RIFF_HEADER + VP8X_CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("RIFF")).putInt(4 + VP8X_CHUNK + kept + CHUNK_HEADER + exif.length + padding);
    head.put(ascii("WEBP")).put(ascii("VP8X")).putInt(10);
    head.putInt(HAS_EXIF | (alpha ? HAS_ALPHA : 0));
    put24(head, width - 1);
    put24(head, height - 1);
    out.write(head.array());
    out.write(webp, start, kept);
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    out.write(chunk.put(ascii("EXIF")).putInt(exif.length).array());
    out.write(exif);
    out.write(new byte[padding]);
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

package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import dev.aiupscale.api.image.header.WebpChunks;
import dev.aiupscale.api.image.header.WebpChunks.Span;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Builds a WebP file of one still picture out of the first picture's chunks. */
final class WebpStill {
  private static final int EXTENDED_LENGTH = 10;
  private static final int ALPHA_FLAG = 0x10;

  private WebpStill() {}

  static byte[] of(UploadBytes file, WebpChunks chunks) {
    Span lossless = chunks.find("VP8L");
    Span lossy = chunks.find("VP8 ");
    Span coded = lossy != null ? lossy : lossless;
    if (coded == null || coded.length() < 10) {
      throw Refusal.corrupt("The WebP file has no picture in it.");
    }
    Span alpha = lossy != null ? chunks.find("ALPH") : null;
    int size = 12 + 8 + EXTENDED_LENGTH + room(alpha) + room(coded);
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    tag(out, "RIFF").putInt(size - 8);
    tag(out, "WEBP");
    if (alpha != null) {
      extended(out, file.u16le(coded.at() + 6) & 0x3fff, file.u16le(coded.at() + 8) & 0x3fff);
      chunk(out, "ALPH", file, alpha);
    }
    chunk(out, lossy != null ? "VP8 " : "VP8L", file, coded);
    out.putInt(4, out.position() - 8);
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  private static int room(@Nullable Span span) {
    return span == null ? 0 : 8 + span.length() + (span.length() & 1);
  }

  private static ByteBuffer tag(ByteBuffer out, String name) {
    return out.put(name.getBytes(StandardCharsets.US_ASCII));
  }

  private static void extended(ByteBuffer out, int width, int height) {
    tag(out, "VP8X").putInt(EXTENDED_LENGTH).putInt(ALPHA_FLAG);
    put24(out, width - 1);
    put24(out, height - 1);
  }

  private static void put24(ByteBuffer out, int value) {
    out.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
  }

  private static void chunk(ByteBuffer out, String name, UploadBytes file, Span span) {
    tag(out, name).putInt(span.length()).put(file.slice(span.at(), span.length()));
    if ((span.length() & 1) != 0) {
      out.put((byte) 0);
    }
  }
}

package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.PngChunks.Chunk;
import dev.aiupscale.common.image.BasicMetadata;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads copyright and author out of a PNG's text chunks, where they stand uncompressed. */
final class PngTexts {
  private static final int MOST_BYTES = 4096;

  private PngTexts() {}

  /** EXIF's words before the chunks'. */
  static BasicMetadata complete(BasicMetadata exif, UploadBytes file, PngChunks chunks) {
    String copyright = exif.copyright();
    String artist = exif.artist();
    for (Chunk chunk : chunks.chunks()) {
      copyright = copyright == null ? text(file, chunk, "Copyright\0") : copyright;
      artist = artist == null ? text(file, chunk, "Author\0") : artist;
    }
    return new BasicMetadata(copyright, artist, exif.capturedAt(), exif.density());
  }

  private static @Nullable String text(UploadBytes file, Chunk chunk, String keyword) {
    boolean international = chunk.name().equals("iTXt");
    if (!international && !chunk.name().equals("tEXt")
        || chunk.length() > MOST_BYTES
        || !file.has(chunk.at(), keyword)
        || !PngChunks.isWhole(file, chunk)) {
      return null;
    }
    int end = chunk.at() + chunk.length();
    int at = chunk.at() + keyword.length();
    if (!international) {
      return decoded(file, at, end, StandardCharsets.ISO_8859_1);
    }
    // Compression flag and method, language, translated keyword.
    boolean plain = at + 2 <= end && file.u8(at) == 0;
    int text = plain ? behindZero(file, behindZero(file, at + 2, end), end) : end;
    return decoded(file, text, end, StandardCharsets.UTF_8);
  }

  private static int behindZero(UploadBytes file, int from, int end) {
    int at = from;
    while (at < end && file.u8(at) != 0) {
      at++;
    }
    return Math.min(end, at + 1);
  }

  private static @Nullable String decoded(UploadBytes file, int at, int end, Charset charset) {
    return Exif.clean(new String(file.copy(at, end - at), charset));
  }
}

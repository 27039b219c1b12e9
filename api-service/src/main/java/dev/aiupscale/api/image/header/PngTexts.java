package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.PngChunks.Chunk;
import dev.aiupscale.common.image.BasicMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads copyright, author and XMP out of a PNG's text chunks, compressed or not. Of chunks with one
 * keyword the first counts, so that a file of many costs no more than one.
 */
final class PngTexts {
  private static final Set<String> KINDS = Set.of("tEXt", "zTXt", "iTXt");

  private PngTexts() {}

  static BasicMetadata read(UploadBytes file, PngChunks chunks) {
    byte[] copyright = content(file, chunks, "Copyright\0");
    byte[] author = content(file, chunks, "Author\0");
    BasicMetadata words =
        new BasicMetadata(
            copyright == null ? null : Words.clean(Words.decode(copyright)),
            author == null ? null : Words.clean(Words.decode(author)),
            null,
            null,
            null);
    return words.orElse(Xmp.read(content(file, chunks, "XML:com.adobe.xmp\0")));
  }

  private static byte @Nullable [] content(UploadBytes file, PngChunks chunks, String keyword) {
    for (Chunk chunk : chunks.chunks()) {
      boolean fits =
          KINDS.contains(chunk.name())
              && chunk.length() >= keyword.length()
              && chunk.length() <= Xmp.MOST_BYTES
              && file.has(chunk.at(), keyword);
      if (fits && PngChunks.isWhole(file, chunk)) {
        byte[] bytes = file.copy(chunk.at(), chunk.length());
        return switch (chunk.name()) {
          case "tEXt" -> rest(bytes, keyword.length());
          case "zTXt" -> inflated(bytes, keyword.length() + 1);
          default -> international(bytes, keyword.length());
        };
      }
    }
    return null;
  }

  /** Before the text stand compression flag and method, language and translated keyword. */
  private static byte @Nullable [] international(byte[] bytes, int at) {
    int text = behindZero(bytes, behindZero(bytes, at + 2));
    return at < bytes.length && bytes[at] != 0 ? inflated(bytes, text) : rest(bytes, text);
  }

  private static int behindZero(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    return at + 1;
  }

  private static byte @Nullable [] rest(byte[] bytes, int from) {
    return from >= bytes.length ? null : Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte @Nullable [] inflated(byte[] bytes, int from) {
    int start = Math.min(from, bytes.length);
    try (var in =
        new InflaterInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start))) {
      return in.readNBytes(Xmp.MOST_BYTES + 1);
    } catch (IOException damaged) {
      return null;
    }
  }
}

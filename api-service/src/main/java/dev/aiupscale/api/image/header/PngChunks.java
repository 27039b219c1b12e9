package dev.aiupscale.api.image.header;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The chunks of a PNG file up to IEND; what follows is not part of the picture. */
public record PngChunks(List<Chunk> chunks) {
  private static final int SIGNATURE = 8;

  /**
   * @param at position of the payload
   */
  public record Chunk(String name, int at, int length) {}

  public PngChunks {
    chunks = List.copyOf(chunks);
  }

  /** Throws IMAGE_CORRUPT when the header is damaged or the file ends before IEND. */
  public static PngChunks scan(UploadBytes file) {
    List<Chunk> chunks = new ArrayList<>();
    int at = SIGNATURE;
    while (true) {
      if (at + 12 > file.size() || file.u32(at) > file.size() - at - 12) {
        return truncated(chunks);
      }
      Chunk chunk = new Chunk(file.ascii(at + 4, 4), at + 8, (int) file.u32(at));
      if (chunks.isEmpty() && !isHeader(file, chunk)) {
        throw Refusal.corrupt("The PNG file does not begin with a whole header.");
      }
      chunks.add(chunk);
      Parts.require(chunks.size(), "chunks");
      if (chunk.name.equals("IEND")) {
        return new PngChunks(chunks);
      }
      at = chunk.at + chunk.length + 4;
    }
  }

  /** The header alone still tells of a picture that is too large, so that is said first. */
  private static PngChunks truncated(List<Chunk> chunks) {
    if (chunks.isEmpty()) {
      throw Refusal.corrupt("The PNG file ends within its header.");
    }
    return new PngChunks(chunks);
  }

  private static boolean isHeader(UploadBytes file, Chunk chunk) {
    return chunk.name.equals("IHDR") && chunk.length == 13 && isWhole(file, chunk);
  }

  /** Position after the last chunk. */
  int end() {
    Chunk last = chunks.get(chunks.size() - 1);
    return last.at + last.length + 4;
  }

  /** Whether the chunk's checksum fits its bytes. */
  public static boolean isWhole(UploadBytes file, Chunk chunk) {
    CRC32 crc = new CRC32();
    ByteBuffer bytes = file.slice(chunk.at - 4, chunk.length + 4);
    crc.update(bytes);
    return crc.getValue() == file.u32(chunk.at + chunk.length);
  }

  /** The first chunk of this name, damaged or not. */
  public @Nullable Chunk find(String name) {
    return chunks.stream().filter(chunk -> chunk.name.equals(name)).findFirst().orElse(null);
  }

  /** The first undamaged chunk of this name with at least {@code length} bytes. */
  public @Nullable Chunk findWhole(UploadBytes file, String name, int length) {
    Chunk chunk = find(name);
    return chunk != null && chunk.length >= length && isWhole(file, chunk) ? chunk : null;
  }
}

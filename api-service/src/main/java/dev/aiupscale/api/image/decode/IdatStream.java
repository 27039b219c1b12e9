package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.PngChunks;
import dev.aiupscale.api.image.header.PngChunks.Chunk;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;

/** The joined payload of a PNG's IDAT chunks, each checked against its checksum when begun. */
final class IdatStream extends InputStream {
  private final UploadBytes file;
  private final Iterator<Chunk> chunks;
  private ByteBuffer current = ByteBuffer.allocate(0);

  IdatStream(UploadBytes file, PngChunks chunks) {
    this.file = file;
    this.chunks = chunks.chunks().stream().filter(chunk -> chunk.name().equals("IDAT")).iterator();
  }

  @Override
  public int read() {
    return advance() ? current.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (!advance()) {
      return -1;
    }
    int count = Math.min(length, current.remaining());
    current.get(target, offset, count);
    return count;
  }

  private boolean advance() {
    while (!current.hasRemaining()) {
      if (!chunks.hasNext()) {
        return false;
      }
      Chunk chunk = chunks.next();
      if (!PngChunks.isWhole(file, chunk)) {
        throw Refusal.corrupt("The PNG file's picture data do not fit their checksum.");
      }
      current = file.slice(chunk.at(), chunk.length());
    }
    return true;
  }
}

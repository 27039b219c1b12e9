package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.InflaterInputStream;

/** Opens a strip or tile as the bytes that were compressed. */
final class TiffCoding {
  static final int NONE = 1;
  static final int LZW = 5;
  static final int DEFLATE = 8;
  static final int OLD_DEFLATE = 32946;
  static final int PACK_BITS = 32773;

  private TiffCoding() {}

  static InputStream open(int compression, UploadBytes file, int offset, int length) {
    InputStream coded = new BufferStream(file.slice(offset, length));
    return switch (compression) {
      case NONE -> coded;
      case LZW -> new TiffLzwStream(coded);
      case PACK_BITS -> new PackBitsStream(coded);
      default -> new InflaterInputStream(coded);
    };
  }

  private static final class BufferStream extends InputStream {
    private final ByteBuffer bytes;

    BufferStream(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.hasRemaining() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (!bytes.hasRemaining()) {
        return length == 0 ? 0 : -1;
      }
      int count = Math.min(length, bytes.remaining());
      bytes.get(target, offset, count);
      return count;
    }
  }

  /** Apple's run lengths: a count, then one byte to repeat or some to copy. */
  private static final class PackBitsStream extends InputStream {
    private final InputStream coded;
    private int left;
    private int repeated = -1;

    PackBitsStream(InputStream coded) {
      this.coded = coded;
    }

    @Override
    public int read() throws IOException {
      while (left == 0) {
        int count = coded.read();
        if (count < 0) {
          return -1;
        }
        if (count < 128) {
          left = count + 1;
          repeated = -1;
        } else if (count > 128) {
          left = 257 - count;
          repeated = coded.read();
        }
      }
      left--;
      return repeated >= 0 ? repeated : coded.read();
    }
  }
}

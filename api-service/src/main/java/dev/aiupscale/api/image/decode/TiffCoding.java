package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/** Opens a strip or tile of a TIFF page as the bytes that were compressed. */
interface TiffCoding {
  int NONE = 1;
  int LZW = 5;
  int OLD_JPEG = 6;
  int JPEG = 7;
  int DEFLATE = 8;
  int OLD_DEFLATE = 32946;
  int PACK_BITS = 32773;

  /**
   * @param rows how many are wanted of it
   */
  InputStream open(int offset, int length, int rows) throws IOException;

  static TiffCoding of(UploadBytes file, TiffPage page, Deadline deadline) {
    if (page.compression() == JPEG) {
      return new TiffJpeg(file, page, deadline);
    }
    return (offset, length, rows) -> {
      InputStream stored = new BufferStream(file.slice(offset, length));
      InputStream coded = page.lowBitFirst() ? new ReversedBits(stored) : stored;
      return switch (page.compression()) {
        case NONE -> coded;
        case LZW -> new TiffLzwStream(coded);
        case PACK_BITS -> new PackBitsStream(coded);
        default -> new InflaterInputStream(coded);
      };
    };
  }
}

package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.UploadBytes;
import javax.imageio.stream.ImageInputStreamImpl;

/** Shows an upload to ImageIO without a copy. */
final class UploadImageStream extends ImageInputStreamImpl {
  private final UploadBytes file;

  UploadImageStream(UploadBytes file) {
    this.file = file;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < file.size() ? file.u8((int) streamPos++) : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    bitOffset = 0;
    if (streamPos >= file.size()) {
      return length == 0 ? 0 : -1;
    }
    int count = (int) Math.min(length, file.size() - streamPos);
    file.slice((int) streamPos, count).get(target, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return file.size();
  }
}

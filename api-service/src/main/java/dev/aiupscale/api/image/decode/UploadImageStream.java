package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.UploadBytes;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Shows an upload to ImageIO without a copy, in small portions, and no longer than it may take: so
 * readers of native code, which only look up when they need more bytes, end in time too.
 */
final class UploadImageStream extends ImageInputStreamImpl {
  private static final int PORTION = 512;

  private final UploadBytes file;
  private final Deadline deadline;

  UploadImageStream(UploadBytes file, Deadline deadline) {
    this.file = file;
    this.deadline = deadline;
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
    deadline.check();
    int count = (int) Math.min(Math.min(length, PORTION), file.size() - streamPos);
    file.slice((int) streamPos, count).get(target, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return file.size();
  }
}

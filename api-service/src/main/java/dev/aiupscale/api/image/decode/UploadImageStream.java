package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.UploadBytes;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Shows an upload to ImageIO without a copy, in small portions, and no longer than it may take: so
 * readers of native code, which only look up when they need more bytes, end in time too.
 */
final class UploadImageStream extends ImageInputStreamImpl {
  private static final int PORTION = 512;

  private final UploadBytes head;
  private final UploadBytes body;
  private final Deadline deadline;

  UploadImageStream(UploadBytes file, Deadline deadline) {
    this(UploadBytes.of(new byte[0]), file, deadline);
  }

  /** Shows one after the other as if they were one file. */
  UploadImageStream(UploadBytes head, UploadBytes body, Deadline deadline) {
    this.head = head;
    this.body = body;
    this.deadline = deadline;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    bitOffset = 0;
    if (streamPos >= length()) {
      return length == 0 ? 0 : -1;
    }
    deadline.check();
    boolean inHead = streamPos < head.size();
    UploadBytes part = inHead ? head : body;
    int at = (int) (inHead ? streamPos : streamPos - head.size());
    int count = Math.min(Math.min(length, PORTION), part.size() - at);
    part.slice(at, count).get(target, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return (long) head.size() + body.size();
  }
}

package dev.aiupscale.api.image.write;

import dev.aiupscale.api.image.header.JpegFrame;
import dev.aiupscale.api.image.header.JpegLayout;
import dev.aiupscale.api.image.header.JpegLayout.Segment;
import dev.aiupscale.api.image.header.JpegScanHeader;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a JPEG's coded pixels bit for bit, without metadata, profile, thumbnails and trailing
 * data. What its colours are stays said by Adobe's marker, or by a fresh JFIF one.
 */
public final class StrippedJpeg {
  private static final byte[] START = {(byte) 0xff, (byte) JpegLayout.SOI};
  private static final byte[] END = {(byte) 0xff, (byte) JpegLayout.EOI};

  /** JFIF 1.02, square pixels, no thumbnail. */
  private static final byte[] JFIF = {
    (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
  };

  private static final int LENGTH_FIELD = 2;

  /** Offset in Adobe's payload. */
  private static final int ADOBE_TRANSFORM = 11;

  private StrippedJpeg() {}

  /** A failure to write is the disk's, not the picture's, so it is unchecked. */
  public static void write(UploadBytes file, JpegLayout layout, JpegFrame frame, Path target) {
    try (FileChannel out =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(out, ByteBuffer.wrap(START));
      if (frame.components() == 1 || frame.components() == 3 && frame.isYcc()) {
        write(out, ByteBuffer.wrap(JFIF));
      }
      boolean adobeKept = false;
      for (Segment segment : layout.segments()) {
        boolean adobe = JpegFrame.isAdobe(file, segment);
        if (adobe ? !adobeKept && frame.components() > 1 : segment.isPicture()) {
          write(out, ByteBuffer.wrap(new byte[] {(byte) 0xff, (byte) segment.marker()}));
          byte[] head = head(file, segment, frame);
          write(out, ByteBuffer.wrap(head));
          int rest = segment.at() - LENGTH_FIELD + head.length;
          write(out, file.slice(rest, segment.end() - rest));
        }
        adobeKept |= adobe;
      }
      write(out, ByteBuffer.wrap(END));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of the coded data, put right where it says what cannot be. */
  private static byte[] head(UploadBytes file, Segment segment, JpegFrame frame) {
    int start = segment.at() - LENGTH_FIELD;
    if (segment.marker() == JpegLayout.SOS) {
      return JpegScanHeader.of(file, segment, frame);
    }
    byte[] head = file.copy(start, segment.end() - start);
    if (JpegFrame.isAdobe(file, segment)) {
      head[LENGTH_FIELD + ADOBE_TRANSFORM] = (byte) frame.adobeTransform();
    }
    return head;
  }

  private static void write(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}

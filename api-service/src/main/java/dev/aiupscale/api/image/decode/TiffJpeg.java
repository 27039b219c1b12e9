package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.JpegFrame;
import dev.aiupscale.api.image.header.JpegLayout;
import dev.aiupscale.api.image.header.JpegLayout.Segment;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.TiffDirectory;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Strips and tiles that are JPEG streams, whose tables may stand in the page's tags (TIFF technical
 * note 2). What their components are is said by the page alone: colours are left as they are
 * stored, but for YCbCr, which becomes RGB.
 */
final class TiffJpeg implements TiffCoding {
  private static final int TABLES = 0x015b;
  private static final byte[] START = {(byte) 0xff, (byte) JpegLayout.SOI};
  private static final byte[] END = {(byte) 0xff, (byte) JpegLayout.EOI};

  private final UploadBytes file;
  private final TiffPage page;
  private final Deadline deadline;
  private final byte[] tables;

  TiffJpeg(UploadBytes file, TiffPage page, Deadline deadline) {
    this.file = file;
    this.page = page;
    this.deadline = deadline;
    byte[] bytes = TiffDirectory.first(file.slice(0, file.size())).bytes(TABLES);
    this.tables = bytes == null ? new byte[0] : bytes;
  }

  @Override
  public InputStream open(int offset, int length, int rows) throws IOException {
    UploadBytes block = file.part(offset, length);
    JpegLayout layout = JpegLayout.scan(block);
    UploadBytes whole = UploadBytes.of(standalone(block, layout));
    JpegFrame frame = JpegFrame.of(whole, JpegLayout.scan(whole));
    boolean fits =
        frame.width() == page.blockWidth()
            && frame.height() >= rows
            && frame.height() <= page.blockHeight()
            && frame.components() == page.samplesTogether();
    if (!fits) {
      throw Refusal.corrupt("A part of the TIFF file has another size than the file says.");
    }
    try (JpegSource source = new JpegSource(whole, frame, deadline)) {
      return new ByteArrayInputStream(source.read().samples());
    }
  }

  /** The block as a file of its own, with the page's tables and its word on the colours. */
  private byte[] standalone(UploadBytes block, JpegLayout layout) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(START);
    out.writeBytes(AdobeMarker.segment(page.photometric() == TiffPage.YCBCR));
    copy(UploadBytes.of(tables), JpegLayout.segments(UploadBytes.of(tables)), out);
    copy(block, layout.segments(), out);
    out.writeBytes(END);
    return out.toByteArray();
  }

  private static void copy(
      UploadBytes from, Iterable<Segment> segments, ByteArrayOutputStream out) {
    for (Segment segment : segments) {
      if (segment.isPicture()) {
        out.write(0xff);
        out.write(segment.marker());
        int start = segment.at() - 2;
        out.writeBytes(from.copy(start, segment.end() - start));
      }
    }
  }
}

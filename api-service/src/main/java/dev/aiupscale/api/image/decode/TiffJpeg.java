package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.JpegFrame;
import dev.aiupscale.api.image.header.JpegLayout;
import dev.aiupscale.api.image.header.JpegLayout.Segment;
import dev.aiupscale.api.image.header.JpegScanHeader;
import dev.aiupscale.api.image.header.JpegScans;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.TiffDirectory;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Strips and tiles that are JPEG streams, whose tables may stand in the page's tags (TIFF technical
 * note 2). What their components are is said by the page alone: colours are left as they are
 * stored, but for YCbCr, which becomes RGB.
 */
final class TiffJpeg implements TiffCoding {
  private static final int TABLES = 0x015b;

  /** Real ones have some hundred bytes, and a block's own head as many. */
  private static final int MOST_HEAD_BYTES = 1 << 18;

  private static final int LENGTH_FIELD = 2;
  private static final int MARKER_AND_LENGTH = 4;
  private static final byte[] START = {(byte) 0xff, (byte) JpegLayout.SOI};

  private final UploadBytes file;
  private final TiffPage page;
  private final Deadline deadline;
  private final UploadBytes tables;

  TiffJpeg(UploadBytes file, TiffPage page, Deadline deadline) {
    this.file = file;
    this.page = page;
    this.deadline = deadline;
    byte[] bytes =
        TiffDirectory.first(file.slice(0, file.size())).bytes(TABLES, MOST_HEAD_BYTES + 1);
    this.tables = UploadBytes.of(bytes == null ? new byte[0] : bytes);
  }

  @Override
  public InputStream open(int offset, int length, int rows) throws IOException {
    return new ByteArrayInputStream(decoded(offset, length, rows).samples());
  }

  /** The picture of a page that {@link TiffPage#isOneBlock}, without a copy of its samples. */
  Picture whole() throws IOException {
    int offset = Math.toIntExact(page.offsets()[0]);
    int length = Math.toIntExact(page.lengths()[0]);
    Picture picture = decoded(offset, length, page.blockHeight());
    picture.reinterpret(page.model());
    return picture;
  }

  private Picture decoded(int offset, int length, int rows) throws IOException {
    UploadBytes block = file.part(offset, length);
    JpegLayout layout = JpegLayout.scan(block);
    JpegFrame frame = JpegFrame.of(block, layout);
    boolean fits =
        frame.width() == page.blockWidth()
            && frame.height() >= rows
            && frame.height() <= page.blockHeight()
            && frame.components() == page.samplesTogether();
    if (!fits) {
      throw Refusal.corrupt("A part of the TIFF file has another size than the file says.");
    }
    if (!JpegScans.areComplete(block, layout, frame)) {
      throw Refusal.corrupt("A part of the TIFF file ends before it has all of its detail.");
    }
    Segment scan = firstScan(layout);
    byte[] scanHeader = JpegScanHeader.of(block, scan, frame);
    int data = scan.at() - LENGTH_FIELD + scanHeader.length;
    UploadBytes coded = block.part(data, layout.end() - data);
    UploadBytes head = UploadBytes.of(head(block, layout, scan, scanHeader));
    try (JpegSource source =
        new JpegSource(new UploadImageStream(head, coded, deadline), frame, deadline)) {
      return source.read();
    }
  }

  private static Segment firstScan(JpegLayout layout) {
    return layout.segments().stream()
        .filter(segment -> segment.marker() == JpegLayout.SOS)
        .findFirst()
        .orElseThrow(() -> Refusal.corrupt("A part of the TIFF file has no coded data."));
  }

  /** What stands before the coded data, with the page's tables and its word on the colours. */
  private byte[] head(UploadBytes block, JpegLayout layout, Segment scan, byte[] scanHeader) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(START);
    out.writeBytes(AdobeMarker.segment(page.photometric() == TiffPage.YCBCR));
    copy(tables, JpegLayout.segments(tables), tables.size(), out);
    copy(block, layout.segments(), scan.at(), out);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) JpegLayout.SOS});
    out.writeBytes(scanHeader);
    return out.toByteArray();
  }

  private static void copy(
      UploadBytes from, List<Segment> segments, int before, ByteArrayOutputStream out) {
    for (Segment segment : segments) {
      if (segment.isPicture() && segment.at() < before) {
        int start = segment.at() - MARKER_AND_LENGTH;
        out.writeBytes(from.copy(start, segment.end() - start));
        if (out.size() > MOST_HEAD_BYTES) {
          throw Refusal.corrupt("The TIFF file's tables for JPEG are larger than any.");
        }
      }
    }
  }
}

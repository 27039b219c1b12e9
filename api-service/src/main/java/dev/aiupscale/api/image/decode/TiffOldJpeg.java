package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.JpegFrame;
import dev.aiupscale.api.image.header.JpegLayout;
import dev.aiupscale.api.image.header.JpegScans;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.TiffDirectory;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;

/**
 * TIFF 6.0's own way to keep a JPEG, which the format's authors withdrew. Read is the one variant
 * in which the page holds a whole JPEG file; the others mean different things to each writer.
 */
final class TiffOldJpeg {
  private static final int STREAM = 0x0201;
  private static final int STREAM_LENGTH = 0x0202;

  private TiffOldJpeg() {}

  static Picture decode(UploadBytes file, ImageHeader header, Deadline deadline)
      throws IOException {
    TiffDirectory page = TiffDirectory.first(file.slice(0, file.size()));
    int at = Math.toIntExact(page.number(STREAM, 0));
    int length = Math.toIntExact(page.number(STREAM_LENGTH, 0));
    if (at == 0 || length == 0 || !file.has(at, "\u00ff\u00d8")) {
      throw unsupported();
    }
    UploadBytes stream = file.part(at, length);
    JpegLayout layout = JpegLayout.scan(stream);
    JpegFrame frame = JpegFrame.of(stream, layout);
    boolean whole =
        layout.complete()
            && frame.width() == header.width()
            && frame.height() == header.height()
            && (frame.components() == 1 || frame.components() == 3);
    if (!whole) {
      throw unsupported();
    }
    if (!JpegScans.areComplete(stream, layout, frame)) {
      throw Refusal.corrupt("The JPEG in the TIFF file ends before it has all of its detail.");
    }
    try (JpegSource source = new JpegSource(stream, frame, deadline)) {
      return source.read();
    }
  }

  private static RuntimeException unsupported() {
    return Refusal.unsupported("The file is a TIFF with JPEG data of the withdrawn kind.");
  }
}

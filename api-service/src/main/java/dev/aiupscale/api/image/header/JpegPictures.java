package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.JpegLayout.Segment;

/**
 * How many pictures a JPEG file has: cameras put previews, other views and light maps behind the
 * first one and list them in its head (CIPA DC-007, Multi-Picture Format); others just append them.
 */
final class JpegPictures {
  private static final int APP2 = 0xe2;
  private static final String NAME = "MPF\0";
  private static final int NUMBER = 0xb001;
  private static final String START = "\u00ff\u00d8\u00ff";

  private JpegPictures() {}

  static Frames count(UploadBytes file, JpegLayout layout) {
    if (!layout.complete() || !file.hasContent(layout.end())) {
      return Frames.ONE;
    }
    for (Segment segment : layout.segments()) {
      if (segment.marker() == APP2 && file.has(segment.at(), NAME)) {
        return Frames.of(listed(file, segment));
      }
    }
    return file.has(layout.end(), START) ? new Frames(2, false) : Frames.ONE;
  }

  /** A damaged list is like none. */
  private static int listed(UploadBytes file, Segment segment) {
    try {
      int at = segment.at() + NAME.length();
      TiffDirectory list = TiffDirectory.first(file.slice(at, segment.end() - at));
      return (int) Math.min(Integer.MAX_VALUE, list.number(NUMBER, 1));
    } catch (RuntimeException damaged) {
      return 1;
    }
  }
}

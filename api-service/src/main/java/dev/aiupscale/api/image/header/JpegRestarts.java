package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.JpegLayout.Segment;

/**
 * Whether a JPEG that says it has restart markers has them all. The decoder jumps to the next one
 * that it finds: where there is none it leaves the rest of the picture grey, and speaks of nothing
 * but bytes too many before the end, which are harmless elsewhere.
 */
final class JpegRestarts {
  private static final int INTERVAL = 0xdd;
  private static final int FIRST = 0xd0;
  private static final int LAST = 0xd7;
  private static final int BLOCK = 8;

  private final UploadBytes file;
  private final Segment frame;
  private final int width;
  private final int height;
  private int mostAcross = 1;
  private int mostDown = 1;

  private JpegRestarts(UploadBytes file, Segment frame) {
    this.file = file;
    this.frame = frame;
    this.height = file.u16(frame.at() + 1);
    this.width = file.u16(frame.at() + 3);
    for (int i = 0; i < components(); i++) {
      mostAcross = Math.max(mostAcross, sampling(i) >> 4);
      mostDown = Math.max(mostDown, sampling(i) & 15);
    }
  }

  static boolean areAllThere(UploadBytes file, JpegLayout layout) {
    JpegRestarts restarts = new JpegRestarts(file, layout.frame());
    int interval = 0;
    for (Segment segment : layout.segments()) {
      if (segment.marker() == INTERVAL && segment.length() >= 2) {
        interval = file.u16(segment.at());
      }
      if (segment.marker() == JpegLayout.SOS && interval > 0 && restarts.lacks(segment, interval)) {
        return false;
      }
    }
    return true;
  }

  private boolean lacks(Segment scan, int interval) {
    long expected = (units(scan) + interval - 1) / interval - 1;
    long found = 0;
    for (int at = scan.at(); found < expected && at < scan.end() - 1; at++) {
      int marker = file.u8(at + 1);
      if (file.u8(at) == 0xff && marker >= FIRST && marker <= LAST) {
        found++;
      }
    }
    return found < expected;
  }

  /** Coded units of a scan (ITU T.81, A.2): blocks of its one component, else of all together. */
  private long units(Segment scan) {
    int across = 1;
    int down = 1;
    if (file.u8(scan.at()) == 1) {
      for (int i = 0; i < components(); i++) {
        if (file.u8(frame.at() + 6 + 3 * i) == file.u8(scan.at() + 1)) {
          across = Math.max(1, sampling(i) >> 4);
          down = Math.max(1, sampling(i) & 15);
        }
      }
      return (long) blocks(ceil(width * across, mostAcross))
          * blocks(ceil(height * down, mostDown));
    }
    return (long) ceil(width, BLOCK * mostAcross) * ceil(height, BLOCK * mostDown);
  }

  private static int blocks(int samples) {
    return ceil(samples, BLOCK);
  }

  private static int ceil(int number, int by) {
    return (number + by - 1) / by;
  }

  private int components() {
    return file.u8(frame.at() + 5);
  }

  /** Sampling factors across, in the high half, and down. */
  private int sampling(int component) {
    return file.u8(frame.at() + 7 + 3 * component);
  }
}

package dev.aiupscale.api.image.header;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG file up to its end marker; what follows that (films, further pictures) is
 * not part of the picture.
 *
 * @param frame the SOF segment
 * @param complete whether the end marker was found
 * @param end position after it, or where the file breaks off
 */
public record JpegLayout(List<Segment> segments, Segment frame, boolean complete, int end) {
  public static final int SOI = 0xd8;
  public static final int EOI = 0xd9;
  public static final int SOS = 0xda;
  public static final int DNL = 0xdc;
  public static final int COM = 0xfe;
  public static final int APP0 = 0xe0;
  public static final int APP15 = 0xef;

  /**
   * One marker with its payload; a scan's span reaches to the next marker after its coded data.
   *
   * @param at position of the payload, after the length field
   * @param end position after the whole segment
   */
  public record Segment(int marker, int at, int end) {
    public int length() {
      return end - at;
    }

    public boolean isApplication() {
      return marker >= APP0 && marker <= APP15;
    }

    /** Whether the segment is part of the coded picture rather than said about it. */
    public boolean isPicture() {
      return !isApplication() && marker != COM;
    }

    private boolean isFrame() {
      return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
  }

  public JpegLayout {
    segments = List.copyOf(segments);
  }

  /** Throws IMAGE_CORRUPT where no frame is. */
  public static JpegLayout scan(UploadBytes file) {
    Walk walk = walk(file);
    Segment frame = walk.segments.stream().filter(Segment::isFrame).findFirst().orElse(null);
    if (frame == null || frame.length() < 6) {
      throw Refusal.corrupt("The JPEG file ends before its picture begins.");
    }
    return new JpegLayout(walk.segments, frame, walk.complete, walk.end);
  }

  /** The segments of a stream that may be without a frame: of tables alone, or empty. */
  public static List<Segment> segments(UploadBytes stream) {
    return walk(stream).segments;
  }

  private record Walk(List<Segment> segments, boolean complete, int end) {}

  private static Walk walk(UploadBytes file) {
    List<Segment> segments = new ArrayList<>();
    int at = 2;
    boolean complete = false;
    while (!complete && at + 2 <= file.size()) {
      int marker = file.u8(at + 1);
      if (file.u8(at) != 0xff || marker == 0xff) {
        at++;
        continue;
      }
      at += 2;
      complete = marker == EOI;
      if (complete || marker == 0 || marker == 1 || marker >= 0xd0 && marker <= 0xd8) {
        continue;
      }
      Segment segment = segment(file, marker, at);
      if (segment == null) {
        break;
      }
      segments.add(segment);
      Parts.require(segments.size(), "segments");
      at = segment.end;
    }
    return new Walk(segments, complete, at);
  }

  private static @Nullable Segment segment(UploadBytes file, int marker, int at) {
    if (at + 2 > file.size() || file.u16(at) < 2 || at + file.u16(at) > file.size()) {
      return null;
    }
    int end = at + file.u16(at);
    return new Segment(marker, at + 2, marker == SOS ? endOfCodedData(file, end) : end);
  }

  private static int endOfCodedData(UploadBytes file, int from) {
    int last = file.size() - 1;
    for (int at = from; at < last; at++) {
      if (file.u8(at) == 0xff) {
        int marker = file.u8(at + 1);
        boolean withinScan = marker == 0 || marker == 0xff || marker >= 0xd0 && marker <= 0xd7;
        if (!withinScan) {
          return at;
        }
      }
    }
    // Of a file that was cut within its end marker the half of it that is left is no coded data.
    return file.u8(last) == 0xff ? last : file.size();
  }
}

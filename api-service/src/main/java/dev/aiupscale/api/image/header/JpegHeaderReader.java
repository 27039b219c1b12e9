package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.JpegLayout.Segment;
import dev.aiupscale.common.image.Density;
import org.jspecify.annotations.Nullable;

/** Reads the headers of JPEG files. */
public final class JpegHeaderReader {
  private static final int APP1 = 0xe1;
  private static final int APP13 = 0xed;
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String PHOTOSHOP = "Photoshop 3.0\0";

  private JpegHeaderReader() {}

  public static ImageHeader read(UploadBytes file) {
    JpegLayout layout = JpegLayout.scan(file);
    JpegFrame frame = JpegFrame.of(file, layout);
    Parts.requireScans(scans(layout), (long) frame.width() * frame.height());
    return new ImageHeader(
        ImageFormat.JPEG,
        frame.width(),
        frame.height(),
        JpegPictures.count(file, layout),
        frame.precision(),
        false,
        JpegIccProfile.read(file, layout),
        exif(file, layout).with(density(file, layout)),
        layout.segments().stream().anyMatch(segment -> isPrivate(file, segment))
            || layout.complete() && file.hasContent(layout.end()));
  }

  private static long scans(JpegLayout layout) {
    return layout.segments().stream().filter(segment -> segment.marker() == JpegLayout.SOS).count();
  }

  private static Exif exif(UploadBytes file, JpegLayout layout) {
    Segment exif = first(layout, segment -> isExif(file, segment));
    Exif read = exif == null ? Exif.NONE : Exif.read(file.slice(exif.at() + 6, exif.length() - 6));
    return read.orElse(Xmp.read(content(file, layout, APP1, XMP)))
        .orElse(Iptc.readPhotoshop(content(file, layout, APP13, PHOTOSHOP)));
  }

  /** What follows {@code name} in the first segment that begins with it, or null. */
  private static byte @Nullable [] content(
      UploadBytes file, JpegLayout layout, int marker, String name) {
    Segment found =
        first(layout, segment -> segment.marker() == marker && file.has(segment.at(), name));
    int start = found == null ? 0 : found.at() + name.length();
    return found == null || start > found.end() ? null : file.copy(start, found.end() - start);
  }

  private static @Nullable Density density(UploadBytes file, JpegLayout layout) {
    Segment jfif = first(layout, segment -> JpegFrame.isJfif(file, segment));
    if (jfif == null) {
      return null;
    }
    int unit = file.u8(jfif.at() + 7);
    double perInch = unit == 2 ? 2.54 : unit;
    return Densities.of(file.u16(jfif.at() + 8) * perInch, file.u16(jfif.at() + 10) * perInch);
  }

  private static @Nullable Segment first(
      JpegLayout layout, java.util.function.Predicate<Segment> test) {
    return layout.segments().stream().filter(test).findFirst().orElse(null);
  }

  private static boolean isExif(UploadBytes file, Segment segment) {
    return segment.marker() == APP1 && segment.length() >= 14 && file.has(segment.at(), "Exif\0");
  }

  private static boolean isPrivate(UploadBytes file, Segment segment) {
    return segment.marker() == JpegLayout.COM
        || segment.isApplication()
            && !JpegFrame.isJfif(file, segment)
            && !JpegFrame.isAdobe(file, segment)
            && !JpegIccProfile.isPart(file, segment);
  }
}

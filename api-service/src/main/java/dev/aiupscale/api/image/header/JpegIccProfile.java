package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.ImageHeader.ColourFacts;
import dev.aiupscale.api.image.header.JpegLayout.Segment;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;

/** Joins the numbered parts that a JPEG's colour profile is cut into. */
final class JpegIccProfile {
  private static final String NAME = "ICC_PROFILE\0";
  private static final int HEADER = NAME.length() + 2;

  private JpegIccProfile() {}

  static ColourFacts read(UploadBytes file, JpegLayout layout) {
    List<Segment> parts =
        layout.segments().stream()
            .filter(segment -> isPart(file, segment))
            .sorted(Comparator.comparingInt(part -> number(file, part)))
            .toList();
    if (parts.isEmpty()) {
      return ColourFacts.NONE;
    }
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    for (int i = 0; i < parts.size(); i++) {
      Segment part = parts.get(i);
      if (number(file, part) != i + 1 || profile.size() > ColourFacts.MAX_ICC_BYTES) {
        return ColourFacts.DAMAGED_ICC;
      }
      profile.writeBytes(file.copy(part.at() + HEADER, part.length() - HEADER));
    }
    return ColourFacts.icc(profile.toByteArray());
  }

  static boolean isPart(UploadBytes file, Segment segment) {
    return segment.marker() == 0xe2 && segment.length() >= HEADER && file.has(segment.at(), NAME);
  }

  private static int number(UploadBytes file, Segment part) {
    return file.u8(part.at() + NAME.length());
  }
}

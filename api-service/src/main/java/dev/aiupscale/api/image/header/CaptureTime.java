package dev.aiupscale.api.image.header;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a picture was taken, as EXIF tells it.
 *
 * @param dateTime {@code yyyy:MM:dd HH:mm:ss}, with blanks where only the day is known
 * @param offset from UTC, {@code +HH:mm}, or null
 */
record CaptureTime(String dateTime, @Nullable String offset) {
  private static final String UNKNOWN_TIME = "  :  :  ";

  /** EXIF's form, ISO 8601's, which XMP has, and that of IPTC with a blank between its parts. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<year>\\d{4})[:-]?(?<month>\\d{2})[:-]?(?<day>\\d{2})"
              + "(?:[ T](?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:\\.\\d+)?)?"
              + " ?(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?[ :]*");

  /** Null for what is no date, as the zeros that cameras write whose clock was never set. */
  static @Nullable CaptureTime of(@Nullable String text) {
    Matcher found = SHAPE.matcher(text == null ? "" : text);
    if (!found.matches()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.of(part(found, "year"), part(found, "month"), part(found, "day"));
      String date =
          "%04d:%02d:%02d ".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      return found.group("hour") == null
          ? new CaptureTime(date + UNKNOWN_TIME, null)
          : new CaptureTime(date + time(found), offset(found.group("zone")));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private static String time(Matcher found) {
    LocalTime time =
        LocalTime.of(part(found, "hour"), part(found, "minute"), part(found, "second"));
    return "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
  }

  private static int part(Matcher found, String name) {
    String digits = found.group(name);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** {@code +HH:mm} of that, of {@code +HHmm} or of {@code Z}; null for all else. */
  static @Nullable String offset(@Nullable String zone) {
    try {
      String id = zone == null ? null : ZoneOffset.of(zone).getId();
      return "Z".equals(id) ? "+00:00" : id != null && id.length() == 6 ? id : null;
    } catch (DateTimeException none) {
      return null;
    }
  }
}

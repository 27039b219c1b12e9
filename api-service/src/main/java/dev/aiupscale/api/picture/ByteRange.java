package dev.aiupscale.api.picture;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One satisfiable range of bytes, both ends included (RFC 9110, section 14). */
public record ByteRange(long first, long last) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * @param header the Range header's value
   * @param length of the whole in bytes
   * @return empty when the header is missing or is not one simple range, which asks for the whole
   * @throws Unsatisfiable when the range lies outside the whole
   */
  static Optional<ByteRange> parse(@Nullable String header, long length) throws Unsatisfiable {
    Matcher match = SINGLE.matcher(header == null ? "" : header.strip());
    if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
      return Optional.empty();
    }
    boolean suffix = match.group(1).isEmpty();
    long first =
        suffix
            ? Math.max(0, length - Long.parseLong(match.group(2)))
            : Long.parseLong(match.group(1));
    long last =
        suffix || match.group(2).isEmpty()
            ? length - 1
            : Math.min(length - 1, Long.parseLong(match.group(2)));
    if (first > last) {
      throw new Unsatisfiable();
    }
    return Optional.of(new ByteRange(first, last));
  }

  long bytes() {
    return last - first + 1;
  }

  String header() {
    return "bytes=" + first + "-" + last;
  }

  String contentRange(long length) {
    return "bytes " + first + "-" + last + "/" + length;
  }

  /** Answered with 416. */
  static final class Unsatisfiable extends Exception {}
}

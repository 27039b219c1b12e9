package dev.aiupscale.api.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The conditions of a request on entity tags (RFC 9110, section 13). All tags of this service are
 * strong.
 */
public final class Conditions {
  private static final Pattern BETWEEN_TAGS = Pattern.compile("\\s*,\\s*");
  private static final String ANY = "*";

  private final List<String> match;
  private final List<String> noneMatch;
  private final List<String> ifRange;

  public Conditions(HttpHeaders headers) {
    this.match = named(headers, HttpHeaders.IF_MATCH);
    this.noneMatch = named(headers, HttpHeaders.IF_NONE_MATCH);
    this.ifRange = named(headers, "If-Range");
  }

  /** Whether the client says what it has already. */
  public boolean tellsWhatIsHeld() {
    return !noneMatch.isEmpty();
  }

  /** Whether If-None-Match names the tag, a weak form of it included: the client has it already. */
  public boolean isHeld(String tag) {
    return noneMatch.stream()
        .map(name -> name.startsWith("W/") ? name.substring(2) : name)
        .anyMatch(name -> isTag(name, tag));
  }

  /**
   * @throws ClientErrorException 412 when If-Match is there and does not name the tag
   */
  public void requireMatch(String tag) {
    if (!match.isEmpty() && match.stream().noneMatch(name -> isTag(name, tag))) {
      throw new ClientErrorException(Status.PRECONDITION_FAILED);
    }
  }

  /**
   * Whether a Range counts: If-Range is not there, or names the tag. A date names none, since
   * nothing here is told apart by its date.
   */
  public boolean allowRange(String tag) {
    return ifRange.isEmpty() || ifRange.stream().anyMatch(name -> name.equals(quoted(tag)));
  }

  private static List<String> named(HttpHeaders headers, String header) {
    return headers.getRequestHeader(header).stream()
        .flatMap(value -> BETWEEN_TAGS.splitAsStream(value.strip()))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static boolean isTag(String name, String tag) {
    return name.equals(ANY) || name.equals(quoted(tag));
  }

  private static String quoted(String tag) {
    return '"' + tag + '"';
  }
}

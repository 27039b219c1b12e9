package dev.aiupscale.api.html;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language of one answer, and the answer in it.
 *
 * @param chosen whether the visitor chose the language with this very request
 */
public record PageAnswer(Language language, boolean chosen) {
  private static final int COOKIE_SECONDS = (int) Duration.ofDays(365).toSeconds();

  /**
   * @param tag of the language that the visitor chooses now, or null
   */
  public static PageAnswer to(HttpHeaders headers, @Nullable String tag) {
    Optional<Language> choice = Language.of(tag);
    return new PageAnswer(choice.orElseGet(() -> Language.askedFor(headers)), choice.isPresent());
  }

  /** Caches may keep it for the same visitor, and must ask whether it still holds. */
  public Response with(Response.Status status, String html) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
            .entity(html)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
            .header(HttpHeaders.VARY, "Accept-Language, Cookie")
            .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    return chosen ? answer.cookie(remembered()).build() : answer.build();
  }

  private NewCookie remembered() {
    return new NewCookie.Builder(Language.COOKIE)
        .value(language.tag())
        .path("/")
        .maxAge(COOKIE_SECONDS)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}

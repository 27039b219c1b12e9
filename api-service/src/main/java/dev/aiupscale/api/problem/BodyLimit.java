package dev.aiupscale.api.problem;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.job.ErrorCode;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses a body that says it is too large before a byte of it is read. One that does not say its
 * size is refused where its form is read, with the same words.
 */
@ApplicationScoped
public class BodyLimit {
  /** What a form may hold beside the picture. */
  private static final long FORM_BYTES = 65_536;

  /** After the door. */
  private static final int EARLY = 200;

  /** After the server has set its own limit. */
  private static final int LATE = 1;

  private final long maxBytes;

  public BodyLimit(ApiConfig config) {
    this.maxBytes = config.limits().maxBytes();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
    filters.register(BodyLimit::leaveToTheForm, LATE);
  }

  /**
   * The server would cut off a body of untold size at the same count of bytes as the form's reader,
   * and by what is around the form's parts a little sooner, without a word.
   */
  private static void leaveToTheForm(RoutingContext context) {
    Long limit = context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
    if (limit != null) {
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit + FORM_BYTES);
    }
    context.next();
  }

  private void check(RoutingContext context) {
    if (declared(context) <= maxBytes + FORM_BYTES) {
      context.next();
      return;
    }
    problem().end(context.response().putHeader(HttpHeaders.CONNECTION, "close"));
  }

  Problem problem() {
    return Problem.of(
        ErrorCode.IMAGE_TOO_LARGE,
        "The file has more bytes than the limit of " + maxBytes + " bytes.");
  }

  private static long declared(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
  }
}

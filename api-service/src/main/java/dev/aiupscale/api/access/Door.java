package dev.aiupscale.api.access;

import dev.aiupscale.api.problem.Problem;
import dev.aiupscale.common.job.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets in who may come in, before anything of a request is read: with a key where there are keys,
 * to nothing that is another tenant's, and no more often than allowed.
 */
@ApplicationScoped
public class Door {
  /** Quarkus answers a browser's preflights, which have no key, at 300. */
  private static final int AFTER_CORS = 250;

  /** Pages, what they are made of, and what operators ask; whatever else there is, is guarded. */
  private static final Pattern OPEN =
      Pattern.compile("/|/favicon\\.svg|/(css|img|js|lang|q|sample|webjars)(/[^;]*)?");

  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

  private static final String IMAGE_ID = "imageId";

  private final Asking asking;
  private final RateLimit rates;

  public Door(Asking asking, Clock clock) {
    this.asking = asking;
    this.rates = new RateLimit(clock);
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, AFTER_CORS);
  }

  private void pass(RoutingContext context) {
    if (OPEN.matcher(context.normalizedPath()).matches()) {
      context.next();
      return;
    }
    Optional<Caller> caller = asking.caller(context);
    if (caller.isEmpty()) {
      refuseUnknown(context);
    } else if (namesAnothers(context, caller.get().tenant())) {
      refuse(context, ErrorCode.JOB_NOT_FOUND, "There is no job with this id.");
    } else {
      Optional<Duration> pause = pause(context, caller.get());
      if (pause.isPresent()) {
        refuseHasty(context, pause.get());
      } else {
        context.next();
      }
    }
  }

  private Optional<Duration> pause(RoutingContext context, Caller caller) {
    return context.request().method() == HttpMethod.POST
        ? rates.take(caller.client(), caller.uploadsPerMinute())
        : Optional.empty();
  }

  /** Wherever in the address an id may stand, and however it is written. */
  private static boolean namesAnothers(RoutingContext context, Tenant tenant) {
    if (tenant.equals(Tenant.ALL)) {
      return false;
    }
    try {
      String path = URLDecoder.decode(context.request().path(), StandardCharsets.UTF_8);
      Stream<String> ids = ID.matcher(path).results().map(MatchResult::group);
      return Stream.concat(ids, context.queryParam(IMAGE_ID).stream())
          .anyMatch(id -> !tenant.owns(id));
    } catch (IllegalArgumentException | HttpException e) {
      // What cannot be decoded as a whole may hide an id in a part that can.
      return true;
    }
  }

  private static void refuseUnknown(RoutingContext context) {
    context.response().putHeader("WWW-Authenticate", "Bearer, Basic realm=\"AI Upscale\"");
    refuse(context, ErrorCode.UNAUTHENTICATED, "Send a key: Authorization: Bearer KEY.");
  }

  private static void refuseHasty(RoutingContext context, Duration pause) {
    long seconds = Math.max(1, pause.toSeconds());
    context.response().putHeader("Retry-After", String.valueOf(seconds));
    refuse(
        context,
        ErrorCode.RATE_LIMITED,
        "More pictures were sent than are allowed a minute; there will be room in "
            + seconds
            + " seconds.");
  }

  /** A body that nobody has read makes the connection of no more use. */
  private static void refuse(RoutingContext context, ErrorCode code, String detail) {
    if (context.request().method() == HttpMethod.POST) {
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
    }
    Problem.of(code, detail).end(context.response());
  }
}

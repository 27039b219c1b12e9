package dev.aiupscale.api.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The headers that keep a browser from doing more with an answer than it should. */
@ApplicationScoped
public class SecurityHeaders {
  private static final int FIRST = 2000;
  private static final String POLICY =
      "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'; base-uri 'none'";

  /** The page of the API's document is Swagger UI's own, with a script and styles in it. */
  private static final String DOCUMENT_PATH = "/q/swagger-ui";

  private static final String DOCUMENT_POLICY =
      POLICY + "; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'";

  void register(@Observes Filters filters) {
    filters.register(SecurityHeaders::add, FIRST);
  }

  private static void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    boolean document = context.normalizedPath().startsWith(DOCUMENT_PATH);
    headers.set("Content-Security-Policy", document ? DOCUMENT_POLICY : POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    context.next();
  }
}

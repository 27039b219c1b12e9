package dev.aiupscale.api.page;

import dev.aiupscale.api.ApiConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/**
 * The address under which visitors know this server: programs that show a shared link need it
 * whole.
 */
@ApplicationScoped
public class PublicUrl {
  private final Optional<URI> configured;
  private final boolean behindProxy;

  public PublicUrl(ApiConfig config) {
    this.configured = config.publicUrl();
    this.behindProxy = config.behindProxy();
  }

  /** As configured, or as the request names it; without a slash at its end. */
  String of(UriInfo uri, HttpHeaders headers) {
    return configured
        .map(URI::toString)
        .orElseGet(() -> asked(uri.getBaseUri(), headers))
        .replaceFirst("/+$", "");
  }

  private String asked(URI base, HttpHeaders headers) {
    boolean secure =
        behindProxy && "https".equalsIgnoreCase(headers.getHeaderString("X-Forwarded-Proto"));
    return secure ? base.toString().replaceFirst("^http:", "https:") : base.toString();
  }
}

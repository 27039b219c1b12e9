package dev.aiupscale.api.access;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.job.Sha256;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the request in hand: where there are keys, the key's tenant, else whatever comes from
 * one address.
 */
@ApplicationScoped
public class Asking {
  private static final int NAME_LENGTH = 16;
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  /** The part of the queue that one client can fill. */
  static final double DEFAULT_SHARE = 0.5;

  private final CurrentVertxRequest current;
  private final boolean behindProxy;
  private final ApiKeys.Defaults defaults;
  private final Optional<ApiKeys> keys;

  public Asking(CurrentVertxRequest current, ApiConfig config, Optional<ApiKeys> keys) {
    this.current = current;
    this.behindProxy = config.behindProxy();
    this.defaults = new ApiKeys.Defaults(config.limits().uploadsPerMinute(), DEFAULT_SHARE);
    this.keys = keys;
  }

  /** Of a request that the door has let in; nobody outside of one. */
  public Caller caller() {
    try {
      RoutingContext context = current.getCurrent();
      return context == null ? nobody() : caller(context).orElseGet(this::nobody);
    } catch (ContextNotActiveException e) {
      return nobody();
    }
  }

  /** Empty where there are keys and the request has none of them. */
  Optional<Caller> caller(RoutingContext context) {
    return keys.isPresent()
        ? key(context.request()).flatMap(keys.get()::find).map(Asking::owner)
        : Optional.of(
            new Caller(
                name(network(address(context.request()))),
                Tenant.ALL,
                defaults.uploadsPerMinute(),
                defaults.share()));
  }

  private Caller nobody() {
    return new Caller("", Tenant.ALL, defaults.uploadsPerMinute(), defaults.share());
  }

  private static Caller owner(ApiKey key) {
    return new Caller(
        name("tenant " + key.tenant()),
        Tenant.named(key.tenant()),
        key.uploadsPerMinute(),
        key.share());
  }

  /** As programs send it, or as a browser does that has asked for a password. */
  private static Optional<String> key(HttpServerRequest request) {
    String header = request.getHeader("Authorization");
    if (isOf(BEARER, header)) {
      return Optional.of(header.substring(BEARER.length()).strip());
    }
    return isOf(BASIC, header)
        ? password(header.substring(BASIC.length()).strip())
        : Optional.empty();
  }

  /** Upper and lower case are the same in a scheme's name (RFC 9110, section 11.1). */
  private static boolean isOf(String scheme, String header) {
    return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static Optional<String> password(String base64) {
    try {
      String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      return Optional.of(pair.substring(pair.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String name(String plain) {
    return Sha256.of(plain.getBytes(StandardCharsets.UTF_8)).substring(0, NAME_LENGTH);
  }

  private String address(HttpServerRequest request) {
    String hops = behindProxy ? request.getHeader("X-Forwarded-For") : null;
    if (hops != null) {
      return hops.substring(hops.lastIndexOf(',') + 1).strip();
    }
    @Nullable SocketAddress remote = request.remoteAddress();
    return remote == null ? "" : String.valueOf(remote.hostAddress());
  }

  /** Of an IPv6 address the first half: the other is the client's to choose. */
  private static String network(String address) {
    String[] groups = address.split(":", -1);
    return groups.length < 8
        ? address
        : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }
}

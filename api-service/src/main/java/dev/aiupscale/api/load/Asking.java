package dev.aiupscale.api.load;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.job.Sha256;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Who sends the request in hand: whatever comes from one address is one client. */
@ApplicationScoped
public class Asking {
  private static final int NAME_LENGTH = 16;

  private final CurrentVertxRequest current;
  private final boolean behindProxy;

  public Asking(CurrentVertxRequest current, ApiConfig config) {
    this.current = current;
    this.behindProxy = config.behindProxy();
  }

  /** A name that tells no address; empty outside of a request. */
  public String client() {
    String address = address();
    return address == null
        ? ""
        : Sha256.of(network(address).getBytes(StandardCharsets.UTF_8)).substring(0, NAME_LENGTH);
  }

  private @Nullable String address() {
    try {
      RoutingContext context = current.getCurrent();
      return context == null ? null : address(context.request());
    } catch (ContextNotActiveException e) {
      return null;
    }
  }

  private @Nullable String address(HttpServerRequest request) {
    String hops = behindProxy ? request.getHeader("X-Forwarded-For") : null;
    if (hops != null) {
      return hops.substring(hops.lastIndexOf(',') + 1).strip();
    }
    SocketAddress remote = request.remoteAddress();
    return remote == null ? null : remote.hostAddress();
  }

  /** Of an IPv6 address the first half: the other is the client's to choose. */
  private static String network(String address) {
    String[] groups = address.split(":", -1);
    return groups.length < 8
        ? address
        : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }
}

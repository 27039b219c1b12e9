package dev.aiupscale.api.load;

import dev.aiupscale.common.job.Sha256;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Who sends the request in hand: whatever comes from one address is one client. */
@ApplicationScoped
public class Asking {
  private static final int NAME_LENGTH = 16;

  private final CurrentVertxRequest request;

  public Asking(CurrentVertxRequest request) {
    this.request = request;
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
      SocketAddress remote =
          request.getCurrent() == null ? null : request.getCurrent().request().remoteAddress();
      return remote == null ? null : remote.hostAddress();
    } catch (ContextNotActiveException e) {
      return null;
    }
  }

  /** Of an IPv6 address the first half: the other is the client's to choose. */
  private static String network(String address) {
    String[] groups = address.split(":", -1);
    return groups.length < 8
        ? address
        : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }
}

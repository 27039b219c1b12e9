package dev.aiupscale.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Settles which port a part listens on before the part is started. */
final class Port {
  private Port() {}

  /**
   * Returns the asked port when nothing listens there, or a free one for 0. Asking before the start
   * is what lets us name the port: ElasticMQ and Redis say only that they failed.
   */
  static int settle(String part, String host, int asked) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), asked));
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new PartNotStartedException(part, asked, "the port is taken", e);
    }
  }
}

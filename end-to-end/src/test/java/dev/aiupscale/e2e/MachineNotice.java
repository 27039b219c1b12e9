package dev.aiupscale.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** EC2's metadata service for one machine, which is to stay until it is told to go. */
final class MachineNotice implements AutoCloseable {
  private static final String INSTANCE_ID = "i-0123456789abcdef0";
  private static final String SPOT = "/latest/meta-data/spot/instance-action";

  private final HttpServer server;
  private volatile boolean interrupted;

  MachineNotice() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/latest/api/token", exchange -> answer(exchange, 200, "token"));
    server.createContext("/latest/meta-data/", exchange -> answer(exchange, 404, "none"));
    server.createContext(
        "/latest/meta-data/instance-id", exchange -> answer(exchange, 200, INSTANCE_ID));
    server.createContext(
        SPOT, exchange -> answer(exchange, interrupted ? 200 : 404, "{\"action\":\"terminate\"}"));
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String instanceId() {
    return INSTANCE_ID;
  }

  /** Spot capacity is taken away. */
  void interrupt() {
    interrupted = true;
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

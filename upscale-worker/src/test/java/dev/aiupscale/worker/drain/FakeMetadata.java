package dev.aiupscale.worker.drain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers as EC2's metadata service does: nothing without a token, 404 for what is not there. */
final class FakeMetadata implements AutoCloseable {
  private static final String TOKEN = "a-token";

  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private final HttpServer server;

  FakeMetadata() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/latest/api/token", this::token);
    server.createContext("/latest/meta-data/", this::entry);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void say(String name, String value) {
    entries.put(name, value);
  }

  private void token(HttpExchange exchange) throws IOException {
    boolean right =
        exchange.getRequestMethod().equals("PUT")
            && exchange.getRequestHeaders().containsKey("X-aws-ec2-metadata-token-ttl-seconds");
    answer(exchange, right ? 200 : 400, right ? TOKEN : "");
  }

  private void entry(HttpExchange exchange) throws IOException {
    if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"))) {
      answer(exchange, 401, "");
      return;
    }
    String name = exchange.getRequestURI().getPath().substring("/latest/meta-data/".length());
    String value = entries.get(name);
    answer(exchange, value == null ? 404 : 200, value == null ? "" : value);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

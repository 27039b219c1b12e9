package dev.aiupscale.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where CloudWatch or Auto Scaling would, and notes what it is told. */
final class AwsCallsSeen implements AutoCloseable {
  private final List<List<String>> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  AwsCallsSeen() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::note);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Whether there was a call with all of these {@code name=value} fields. */
  boolean saw(String... fields) {
    return calls.stream().anyMatch(call -> call.containsAll(List.of(fields)));
  }

  private void note(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(
        List.of(form.split("&")).stream()
            .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
            .toList());
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

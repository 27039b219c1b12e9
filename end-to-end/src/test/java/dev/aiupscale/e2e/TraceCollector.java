package dev.aiupscale.e2e;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes spans as OpenTelemetry's protocol sends them by HTTP, read by their field numbers. */
final class TraceCollector {
  private static final int RESOURCE_SPANS = 1;
  private static final int RESOURCE = 1;
  private static final int SCOPE_SPANS = 2;
  private static final int SPANS = 2;
  private static final int TRACE_ID = 1;
  private static final int NAME = 5;
  private static final int ATTRIBUTES = 1;
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int STRING = 1;

  private final HttpServer server;
  private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

  /** One step of a trace. */
  record Span(String service, String trace, String name) {}

  private TraceCollector(HttpServer server) {
    this.server = server;
  }

  static TraceCollector start() {
    try {
      TraceCollector collector =
          new TraceCollector(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      collector.server.createContext("/v1/traces", collector::take);
      collector.server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      for (UnknownFieldSet part : all(UnknownFieldSet.parseFrom(body), RESOURCE_SPANS)) {
        String service = service(all(part, RESOURCE).get(0));
        for (UnknownFieldSet scope : all(part, SCOPE_SPANS)) {
          all(scope, SPANS).forEach(span -> spans.add(span(service, span)));
        }
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static Span span(String service, UnknownFieldSet span) {
    String trace = HexFormat.of().formatHex(bytes(span, TRACE_ID).toByteArray());
    return new Span(service, trace, bytes(span, NAME).toStringUtf8());
  }

  private static String service(UnknownFieldSet resource) {
    return all(resource, ATTRIBUTES).stream()
        .filter(attribute -> bytes(attribute, KEY).toStringUtf8().equals("service.name"))
        .map(attribute -> bytes(all(attribute, VALUE).get(0), STRING).toStringUtf8())
        .findFirst()
        .orElse("");
  }

  private static ByteString bytes(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList().get(0);
  }

  private static List<UnknownFieldSet> all(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList().stream()
        .map(TraceCollector::parsed)
        .toList();
  }

  private static UnknownFieldSet parsed(ByteString bytes) {
    try {
      return UnknownFieldSet.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }
}

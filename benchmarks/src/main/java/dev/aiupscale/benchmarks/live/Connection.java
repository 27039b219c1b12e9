package dev.aiupscale.benchmarks.live;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection that is kept open: what a request takes on it is the server's time alone. */
final class Connection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final String host;
  private final Socket socket;
  private final InputStream in;

  private Connection(String host, Socket socket, InputStream in) {
    this.host = host;
    this.socket = socket;
    this.in = in;
  }

  static Connection to(URI address) throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new Connection(
        address.getAuthority(), socket, new BufferedInputStream(socket.getInputStream(), 1 << 16));
  }

  /**
   * An answer as it came.
   *
   * @param headers by their names in lower case
   */
  record Answer(int status, Map<String, String> headers, byte[] body) {}

  /** Gets what is at a path of HTTP 1.1. */
  Answer get(String path) throws IOException {
    send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Answer(status, headers, in.readNBytes(length));
  }

  /** Sends a command of Redis' inline form, and waits for its one line of an answer. */
  void command(String words) throws IOException {
    send(words + "\r\n");
    String answer = line();
    if (answer.startsWith("-")) {
      throw new IOException("Redis says: " + answer);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection broke off");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}

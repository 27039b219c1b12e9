package dev.aiupscale.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends the Redis that a killed local stack left behind: it is a process of its own, so it outlives
 * us and would keep our port.
 */
final class OrphanRedis {
  private static final int PATIENCE_MILLIS = 10_000;

  private OrphanRedis() {}

  /** Shuts down what listens on the port if it is a Redis over our directory; else leaves it. */
  static void endIfOurs(String host, int port, Path directory) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      var replies =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      if (directoryOf(socket, replies).equals(directory.toRealPath().toString())) {
        send(socket, "SHUTDOWN SAVE");
        // The connection ends when the process does.
        while (replies.readLine() != null) {}
      }
    } catch (IOException e) {
      // Nobody there, or no Redis: whether the port is free is asked next, by the one who needs it.
    }
  }

  private static String directoryOf(Socket socket, BufferedReader replies) throws IOException {
    send(socket, "CONFIG GET dir");
    // *2, $3, dir, $n, the directory
    String line = replies.readLine();
    for (int i = 0; i < 4 && line != null && !line.startsWith("-"); i++) {
      line = replies.readLine();
    }
    return line == null ? "" : line;
  }

  private static void send(Socket socket, String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}

package dev.aiupscale.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A cable to a server that can be cut: then nothing that goes through it answers any more. */
final class CutCable implements Closeable {
  private final URI server;
  private final ServerSocket near;
  private final List<Socket> sockets = new ArrayList<>();

  private CutCable(URI server, ServerSocket near) {
    this.server = server;
    this.near = near;
  }

  static CutCable to(URI server) {
    try {
      CutCable cable =
          new CutCable(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      start(cable::accept);
      return cable;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI nearEnd() {
    return URI.create("http://127.0.0.1:" + near.getLocalPort());
  }

  /** Cuts it; it cannot be mended. */
  @Override
  public synchronized void close() {
    try {
      near.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket here = near.accept();
      Socket there = new Socket(server.getHost(), server.getPort());
      synchronized (this) {
        sockets.add(here);
        sockets.add(there);
      }
      start(() -> here.getInputStream().transferTo(there.getOutputStream()));
      start(() -> there.getInputStream().transferTo(here.getOutputStream()));
    }
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (SocketException e) {
                // It was cut, or one of its ends has hung up.
                return;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            "cable");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws IOException;
  }
}

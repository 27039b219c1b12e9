package dev.aiupscale.api.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Sends a stream no faster than its reader takes it. A worker thread is held back while the
 * connection's queue is full; but what it writes counts there only once the event loop has come by,
 * so that without a look from time to time tens of megabytes would pile up outside of the heap.
 */
public final class PacedBody implements StreamingOutput {
  private static final int PART = 64 * 1024;

  private final InputStream content;

  /**
   * @param content is closed when it was sent, or the reader is gone
   */
  public PacedBody(InputStream content) {
    this.content = content;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    try (content) {
      byte[] part = new byte[PART];
      for (int read = content.read(part); read >= 0; read = content.read(part)) {
        out.write(part, 0, read);
        letEventLoopComeBy();
      }
    }
  }

  /** What was written before is with the connection when this returns. */
  private static void letEventLoopComeBy() {
    Context context = Vertx.currentContext();
    if (context instanceof ContextInternal internal && !internal.nettyEventLoop().inEventLoop()) {
      internal.nettyEventLoop().submit(() -> {}).syncUninterruptibly();
    }
  }
}

package dev.aiupscale.platform.aws;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.storage.ObjectUpload;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Sends an object while it is being made, one part on its way while the next one is filled: memory
 * is two parts, whatever the object's size.
 */
final class S3Upload extends ObjectUpload {
  /** S3 takes 10,000 parts, so objects up to 78 GiB. */
  static final int PART_BYTES = 8 << 20;

  private final S3Parts parts;
  private final ExecutorService sender = Executors.newSingleThreadExecutor(S3Upload::daemon);
  private byte[] filling = new byte[PART_BYTES];
  private int filled;
  private byte @Nullable [] spare;
  private @Nullable Future<?> sending;
  private boolean committed;

  S3Upload(S3Parts parts) {
    this.parts = parts;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    for (int done = 0; done < length; ) {
      // Not before there is more: an object that fits one part is put at once.
      if (filled == PART_BYTES) {
        send();
      }
      int count = Math.min(length - done, PART_BYTES - filled);
      System.arraycopy(bytes, offset + done, filling, filled, count);
      filled += count;
      done += count;
    }
  }

  @Override
  public boolean commitOver(@Nullable String expectedEtag) {
    if (sending == null) {
      committed = parts.putWhole(filling, filled, expectedEtag);
    } else {
      if (filled > 0) {
        send();
      }
      awaitSent();
      committed = parts.complete(expectedEtag);
    }
    return committed;
  }

  @Override
  public void close() {
    sender.shutdown();
    if (!committed) {
      try {
        // A part that arrived after the abort would stay.
        awaitSent();
      } finally {
        parts.abort();
      }
    }
  }

  private void send() {
    awaitSent();
    byte[] part = filling;
    int length = filled;
    sending = sender.submit(() -> parts.send(part, length));
    filling = spare == null ? new byte[PART_BYTES] : spare;
    spare = part;
    filled = 0;
  }

  private void awaitSent() {
    if (sending == null) {
      return;
    }
    try {
      sending.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UpscaleException(
          ErrorCode.STORAGE_UNAVAILABLE, "The store was given up while it was written.", e);
    } catch (ExecutionException e) {
      throw new UpscaleException(
          ErrorCode.STORAGE_UNAVAILABLE, "The store broke off while it was written.", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "s3-upload");
    thread.setDaemon(true);
    return thread;
  }
}

package dev.aiupscale.api.image;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.util.concurrent.Semaphore;

/**
 * Bounds how many pixels are in memory at once, whoever uploads them. Pictures wait in the order in
 * which they came; one above the total passes alone.
 */
public final class DecodeGate {
  /** A few minutes' work at most, and far fewer threads than a server has for requests. */
  static final int MOST_WAITING = 32;

  private final int total;
  private final Semaphore free;

  /**
   * @param totalPixels pixels of all pictures that are decoded at the same time
   */
  public DecodeGate(long totalPixels) {
    this.total = Math.toIntExact(totalPixels);
    this.free = new Semaphore(total, true);
  }

  /** What is closed when a picture's memory is free again. */
  public interface Pass extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits until {@code pixels} more may be decoded.
   *
   * @throws UpscaleException QUEUE_FULL when so many wait already that their threads would be
   *     missing elsewhere
   */
  public Pass enter(long pixels) {
    int count = (int) Math.min(pixels, total);
    if (free.hasQueuedThreads() || !free.tryAcquire(count)) {
      if (waiting() >= MOST_WAITING) {
        throw new UpscaleException(
            ErrorCode.QUEUE_FULL, "Too many pictures are being read; please come back later.");
      }
      free.acquireUninterruptibly(count);
    }
    return () -> free.release(count);
  }

  /** How many wait for others. */
  int waiting() {
    return free.getQueueLength();
  }
}

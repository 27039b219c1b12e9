package dev.aiupscale.api.image;

import java.util.concurrent.Semaphore;

/**
 * Bounds how many pixels are in memory at once, whoever uploads them. Pictures wait in the order in
 * which they came; one above the total passes alone.
 */
public final class DecodeGate {
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

  /** Waits until {@code pixels} more may be decoded. */
  public Pass enter(long pixels) {
    int count = (int) Math.min(pixels, total);
    free.acquireUninterruptibly(count);
    return () -> free.release(count);
  }
}

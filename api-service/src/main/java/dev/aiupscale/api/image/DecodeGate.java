package dev.aiupscale.api.image;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.util.concurrent.Semaphore;

/**
 * Bounds how many pixels are in memory at once, whoever uploads them. Pictures wait in the order in
 * which they came; one above the total passes alone. Small ones have room of their own besides, so
 * that they pass while large ones fill the rest.
 */
public final class DecodeGate {
  /** A few minutes' work at most, and far fewer threads than a server has for requests. */
  static final int MOST_WAITING = 32;

  /** A picture is small up to this part of the total. */
  private static final int SMALL_PART = 8;

  /** The small ones' room, as a part of the total. */
  private static final int SMALL_ROOM_PART = 4;

  private final int total;
  private final int small;
  private final Semaphore free;
  private final Semaphore freeForSmall;

  /**
   * @param totalPixels pixels of all pictures that are decoded at the same time, of which a quarter
   *     comes on top for small ones
   */
  public DecodeGate(long totalPixels) {
    this.total = Math.toIntExact(totalPixels);
    this.small = total / SMALL_PART;
    this.free = new Semaphore(total, true);
    this.freeForSmall = new Semaphore(total / SMALL_ROOM_PART, true);
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
    if (passesAtOnce(free, count)) {
      return () -> free.release(count);
    }
    Semaphore room = count <= small ? freeForSmall : free;
    if (!passesAtOnce(room, count)) {
      if (room.getQueueLength() >= MOST_WAITING) {
        throw new UpscaleException(
            ErrorCode.QUEUE_FULL, "Too many pictures are being read; please come back later.");
      }
      room.acquireUninterruptibly(count);
    }
    return () -> room.release(count);
  }

  private static boolean passesAtOnce(Semaphore room, int count) {
    return !room.hasQueuedThreads() && room.tryAcquire(count);
  }

  /** How many wait for others. */
  int waiting() {
    return free.getQueueLength() + freeForSmall.getQueueLength();
  }
}

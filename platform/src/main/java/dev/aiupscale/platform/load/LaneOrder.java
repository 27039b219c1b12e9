package dev.aiupscale.platform.load;

import dev.aiupscale.platform.queue.Lane;
import java.util.List;

/**
 * Which lane a worker looks at first: the front lane, but for each 32nd job, so that the bulk lane
 * moves even while the front lane is never empty. Its jobs may be 60 times as long as those in
 * front.
 */
public final class LaneOrder {
  private static final int BULK_TURN = 32;

  private int taken;

  /** The lanes, first choice first. */
  public List<Lane> next() {
    boolean bulkFirst = taken % BULK_TURN == BULK_TURN - 1;
    return bulkFirst ? List.of(Lane.BULK, Lane.FRONT) : List.of(Lane.FRONT, Lane.BULK);
  }

  /** A job was taken. */
  public void took() {
    taken++;
  }
}

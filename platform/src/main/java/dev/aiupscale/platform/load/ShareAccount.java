package dev.aiupscale.platform.load;

import java.time.Duration;
import java.time.Instant;

/**
 * What one client has in the queue, in seconds of wait that it causes to everybody.
 *
 * @param at when it was so
 * @param front in the front lane
 * @param all in both lanes
 * @param lastInFront whether what was booked last waits in the front lane
 */
public record ShareAccount(Instant at, double front, double all, boolean lastInFront) {
  /** Part of the workers' time that one client may have by the front lane for long. */
  private static final double FRONT_RATE = 0.1;

  /** The account of a client that sent nothing yet. */
  public static ShareAccount empty(Instant now) {
    return new ShareAccount(now, 0, 0, false);
  }

  /** The account after the time that has passed until {@code now}. */
  public ShareAccount passed(Instant now) {
    double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
    return new ShareAccount(
        now, Math.max(0, front - seconds * FRONT_RATE), Math.max(0, all - seconds), lastInFront);
  }

  /** Whether {@code wait} more fits into the share; the first of a client does always. */
  boolean hasRoom(double wait, double frontShare) {
    return front == 0 || front + wait <= frontShare;
  }

  ShareAccount withFront(double wait) {
    return new ShareAccount(at, front + wait, all + wait, true);
  }

  ShareAccount without(double inFront, double wait) {
    return new ShareAccount(at, Math.max(0, front - inFront), Math.max(0, all - wait), lastInFront);
  }

  ShareAccount withBulk(double wait) {
    return new ShareAccount(at, front, all + wait, false);
  }
}

package dev.aiupscale.platform.queue;

/**
 * Where a job waits, and what the queue is told of it.
 *
 * @param client a name for whoever sent it, that says nothing to others; empty when nobody did
 * @param seconds predicted seconds of work; 0 when nothing is known
 */
public record Placement(Lane lane, String client, double seconds) {
  /** For work that no client waits for at the door, such as a message that is sent once more. */
  public static final Placement PLAIN = new Placement(Lane.FRONT, "", 0);
}

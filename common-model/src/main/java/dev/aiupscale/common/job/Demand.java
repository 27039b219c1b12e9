package dev.aiupscale.common.job;

/**
 * What a job's place in the queue follows from; kept in its record, so that a message that has to
 * be sent once more waits where the first one did.
 *
 * @param client a name for whoever sent it, that says nothing to others; empty when nobody did
 * @param seconds predicted seconds of work; 0 when nothing is known
 */
public record Demand(String client, double seconds) {
  public static final Demand UNKNOWN = new Demand("", 0);
}

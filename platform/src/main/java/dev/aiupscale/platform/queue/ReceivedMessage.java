package dev.aiupscale.platform.queue;

import java.util.HashMap;
import java.util.Map;

/**
 * A message in the hands of one receiver.
 *
 * @param queue name of the queue that it was received from
 * @param receipt what the queue wants to hear to change or delete this delivery
 * @param receiveCount how often this message was delivered, this time included
 * @param attributes what the sender said beside the body
 */
public record ReceivedMessage(
    String queue, String body, String receipt, int receiveCount, Map<String, String> attributes) {
  /** Attribute of a message that was put back: tries that its predecessors had. */
  private static final String EARLIER_TRIES = "earlier-tries";

  /** Attribute of a job's message: the predicted seconds of its work. */
  public static final String SECONDS = "seconds";

  /** Attribute of a dead letter: why it is one. */
  public static final String REASON = "reason";

  public ReceivedMessage {
    attributes = Map.copyOf(attributes);
  }

  /**
   * How often the work was tried, this time included; deliveries that were put back do not count.
   */
  public int tries() {
    return earlierTries() + receiveCount;
  }

  /** Whether nobody had this message, or one that it stands for, before. */
  public boolean isFirstDelivery() {
    return receiveCount == 1 && !attributes.containsKey(EARLIER_TRIES);
  }

  /** The attributes of a message that stands for this one as if it had not been delivered. */
  public Map<String, String> attributesToPutBack() {
    Map<String, String> copy = new HashMap<>(attributes);
    copy.put(EARLIER_TRIES, String.valueOf(tries() - 1));
    return copy;
  }

  /** The predicted seconds of the work; 0 when nobody said. */
  public double predictedSeconds() {
    return Math.max(0, number(SECONDS));
  }

  private int earlierTries() {
    return (int) Math.max(0, number(EARLIER_TRIES));
  }

  private double number(String attribute) {
    try {
      return Double.parseDouble(attributes.getOrDefault(attribute, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}

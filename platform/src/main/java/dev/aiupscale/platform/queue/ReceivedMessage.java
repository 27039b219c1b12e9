package dev.aiupscale.platform.queue;

import dev.aiupscale.common.job.JobHolder;
import java.util.HashMap;
import java.util.Map;

/**
 * A message in the hands of one receiver.
 *
 * @param queue name of the queue that it was received from
 * @param id the queue's name for this message, the same at each delivery
 * @param receipt what the queue wants to hear to change or delete this delivery
 * @param receiveCount how often this message was delivered, this time included
 * @param attributes what the sender said beside the body
 */
public record ReceivedMessage(
    String queue,
    String id,
    String body,
    String receipt,
    int receiveCount,
    Map<String, String> attributes) {
  /** Attribute of a message that was put back: tries that its predecessors had. */
  private static final String EARLIER_TRIES = "earlier-tries";

  /** Attribute of a message that was put back: the id of the first of its line. */
  private static final String LINE = "line";

  /** Attribute of a message that was put back: how many of its line came before. */
  private static final String GENERATION = "generation";

  /** Attribute of a dead letter that a worker buried: the id of the message that it was. */
  private static final String MESSAGE = "message";

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

  /** Who holds a job that is being worked on for this message. */
  public JobHolder holder() {
    return new JobHolder(
        attributes.getOrDefault(LINE, id),
        (int) number(GENERATION),
        attributes.getOrDefault(MESSAGE, id),
        receiveCount);
  }

  /** The attributes of the dead letter that this message becomes. */
  public Map<String, String> attributesToBury(String reason) {
    Map<String, String> copy = new HashMap<>(attributes);
    copy.put(REASON, reason);
    copy.put(LINE, holder().line());
    copy.put(GENERATION, String.valueOf(holder().generation()));
    copy.put(MESSAGE, id);
    return copy;
  }

  /** The attributes of a message that stands for this one as if it had not been delivered. */
  public Map<String, String> attributesToPutBack() {
    Map<String, String> copy = new HashMap<>(attributes);
    copy.remove(MESSAGE);
    copy.put(EARLIER_TRIES, String.valueOf(tries() - 1));
    copy.put(LINE, holder().line());
    copy.put(GENERATION, String.valueOf(holder().generation() + 1));
    return copy;
  }

  /** The predicted seconds of the work; 0 when nobody said. */
  public double predictedSeconds() {
    return number(SECONDS);
  }

  private int earlierTries() {
    return (int) number(EARLIER_TRIES);
  }

  private double number(String attribute) {
    try {
      return Math.max(0, Double.parseDouble(attributes.getOrDefault(attribute, "0")));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}

package dev.aiupscale.platform.queue;

import dev.aiupscale.common.job.Job;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The jobs queue. A received message is hidden from others until its visibility timeout ends; then
 * it is delivered again. Methods throw {@code UpscaleException(STORAGE_UNAVAILABLE)} when the queue
 * cannot be reached. To change or drop a delivery that is over, since its time was or somebody else
 * has the message by now, changes nothing.
 */
public interface JobQueue {
  /** Puts a message for {@code job} on the queue, with its demand; durable on return. */
  void send(Job job, Lane lane);

  /** Waits up to {@code wait} (at most 20 s) for one message, which is then hidden. */
  Optional<ReceivedMessage> receive(Lane lane, Duration wait, Duration visibilityTimeout);

  /** Keeps the message hidden for {@code visibilityTimeout} from now; zero shows it at once. */
  void changeVisibility(ReceivedMessage message, Duration visibilityTimeout);

  /** The work is done, and durable: the message goes. */
  void delete(ReceivedMessage message);

  /**
   * Puts the message back as if it had not been delivered: a fresh one stands for it, since a
   * queue's own count of deliveries only grows. Seen again after {@code delay}, at most 15 minutes.
   */
  void putBack(ReceivedMessage message, Duration delay);

  /** Moves the message to the dead-letter queue with the reason. */
  void bury(ReceivedMessage message, String reason);

  /** One dead letter, hidden for {@code visibilityTimeout}. */
  Optional<ReceivedMessage> receiveDeadLetter(Duration visibilityTimeout);

  /** Asks the queue for a sign of life. */
  void ping();

  /** Approximate number of messages in a lane, waiting and in flight. */
  long depth(Lane lane);

  /** Approximate number of messages in a lane that somebody received and holds. */
  long inFlight(Lane lane);

  /** Approximate number of messages in all lanes. */
  default long depth() {
    return Stream.of(Lane.values()).mapToLong(this::depth).sum();
  }
}

package dev.aiupscale.worker.consume;

import dev.aiupscale.platform.queue.ReceivedMessage;
import java.time.Duration;
import java.util.Optional;

/** The attempt that this worker is making, with the message that asked for it. */
record InHand(ReceivedMessage message, Attempt attempt, ProgressReport report) {
  /** The predicted time until the work is done; empty while too little of it is. */
  Optional<Duration> rest() {
    return Optional.ofNullable(attempt.latest().etaSeconds()).map(Duration::ofSeconds);
  }

  boolean fitsIn(Duration time) {
    return rest().filter(rest -> rest.compareTo(time) <= 0).isPresent();
  }
}

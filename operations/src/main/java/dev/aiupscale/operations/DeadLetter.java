package dev.aiupscale.operations;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobError;
import dev.aiupscale.platform.queue.ReceivedMessage;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as an operator sees it.
 *
 * @param asked the job that the message asks for, or null when it is poison
 * @param present the job as its record is now, or null when there is none
 */
record DeadLetter(ReceivedMessage message, @Nullable Job asked, @Nullable Job present) {
  private static final int SHOWN = 60;

  /** Job, run, state and reason, a line. */
  String line() {
    String reason = message.attributes().getOrDefault(ReceivedMessage.REASON, cause());
    if (asked == null) {
      String body = message.body().replaceAll("\\s+", " ");
      return "poison: " + reason + ": " + body.substring(0, Math.min(SHOWN, body.length()));
    }
    String state = present == null ? "erased" : present.state() + " run " + present.run();
    return "job %s run %d (now %s): %s".formatted(asked.id(), asked.run(), state, reason);
  }

  /** What the queue itself put here has no reason of its own. */
  private String cause() {
    JobError error = present == null ? null : present.error();
    return error == null ? "no worker lived to say why" : error.code() + ": " + error.detail();
  }
}

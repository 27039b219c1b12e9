package dev.aiupscale.operations;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobError;
import dev.aiupscale.platform.queue.ReceivedMessage;
import org.jspecify.annotations.Nullable;

/** A dead letter as an operator sees it: what it is, how its job stands, and why it is here. */
record DeadLetter(String line) {
  private static final int SHOWN = 60;

  /** A message that names no job. */
  static DeadLetter poison(ReceivedMessage message) {
    String body = message.body().replaceAll("\\s+", " ");
    String shown = body.substring(0, Math.min(SHOWN, body.length()));
    return new DeadLetter("poison: %s: %s".formatted(reason(message, null), shown));
  }

  static DeadLetter of(ReceivedMessage message, Job asked, Job present) {
    String now = present.state() + " run " + present.run();
    return ofJob(asked, now, reason(message, present.error()));
  }

  static DeadLetter erased(ReceivedMessage message, Job asked) {
    return ofJob(asked, "erased", reason(message, null));
  }

  /** Of a job whose record is garbage, or of a newer version. */
  static DeadLetter unreadable(ReceivedMessage message, Job asked) {
    return ofJob(asked, "not readable", reason(message, null));
  }

  private static DeadLetter ofJob(Job asked, String now, String reason) {
    return new DeadLetter(
        "job %s run %d (now %s): %s".formatted(asked.id(), asked.run(), now, reason));
  }

  /** What the queue itself put here has no reason of its own. */
  private static String reason(ReceivedMessage message, @Nullable JobError error) {
    String cause =
        error == null ? "no worker lived to say why" : error.code() + ": " + error.detail();
    return message.attributes().getOrDefault(ReceivedMessage.REASON, cause);
  }
}

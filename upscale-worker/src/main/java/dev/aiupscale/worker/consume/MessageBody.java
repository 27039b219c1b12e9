package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobMessage;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.queue.ReceivedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads what a message asks for. */
final class MessageBody {
  private static final Logger LOG = Logger.getLogger(MessageBody.class);

  private MessageBody() {}

  /** The job; empty when the message is not JSON, not of this version, or names no job. */
  static Optional<Job> job(ReceivedMessage message) {
    try {
      JobMessage body =
          Json.read(message.body().getBytes(StandardCharsets.UTF_8), JobMessage.class);
      return body.version() == JobMessage.VERSION
          ? Optional.ofNullable(body.job())
          : Optional.empty();
    } catch (IOException e) {
      LOG.warnf("a message that is not ours: %s", e.getMessage());
      return Optional.empty();
    }
  }
}

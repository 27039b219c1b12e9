package dev.aiupscale.platform.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobMessage;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads what a message asks for. */
public final class MessageBody {
  private MessageBody() {}

  /**
   * @throws PoisonException when the message is not JSON, not of this version, or names no job
   */
  public static Job job(ReceivedMessage message) {
    byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
    requireVersion(body);
    try {
      Job job = Json.read(body, JobMessage.class).job();
      if (job != null && job.id() != null) {
        return job;
      }
    } catch (IOException e) {
      throw new PoisonException("NOT_A_JOB: the message is not of this version's shape");
    }
    throw new PoisonException("NOT_A_JOB: the message names no job");
  }

  private static void requireVersion(byte[] body) {
    try {
      int version = Json.read(body, JsonNode.class).path("version").asInt();
      if (version != JobMessage.VERSION) {
        throw new PoisonException("UNKNOWN_VERSION: " + version);
      }
    } catch (IOException e) {
      throw new PoisonException("NOT_JSON: the message cannot be read");
    }
  }
}

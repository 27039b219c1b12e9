package dev.aiupscale.api.callback;

import dev.aiupscale.api.status.JobView;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * What a receiver is told.
 *
 * @param type {@code job.done}, {@code job.failed} or {@code job.cancelled}
 */
record CallbackMessage(String type, Instant timestamp, JobView data) {
  static CallbackMessage of(Job job, Instant now) {
    return new CallbackMessage(
        "job." + job.state().name().toLowerCase(Locale.ROOT), now, JobView.of(job));
  }

  /** The same for every try, and for no two ends of a job, so that receivers know a repetition. */
  static String id(Job job, URI url) {
    String all = job.id() + " " + job.run() + " " + url;
    return "msg_" + Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }
}

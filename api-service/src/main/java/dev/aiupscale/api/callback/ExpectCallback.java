package dev.aiupscale.api.callback;

import dev.aiupscale.common.job.Callback;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.platform.storage.CallbackRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;

/** Writes down who wants to hear of a job's end, before the job's sender is answered. */
@ApplicationScoped
public class ExpectCallback {
  private final CallbackRecords records;
  private final Clock clock;

  public ExpectCallback(CallbackRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** For a job that is over, too: it is told of soon. */
  public void expect(Job job, URI url) {
    records.put(Callback.expected(job.id(), job.run(), url, clock.instant()));
  }
}

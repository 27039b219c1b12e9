package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients did and were told, and every record that was written. */
final class LifeHistory {
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Job> newest = new HashMap<>();

  /** One call of a client; unanswered ones never end. */
  static final class Call {
    private final JobId job;
    private final boolean erases;
    private final long began;
    private long ended = Long.MAX_VALUE;
    private boolean accepted;

    private Call(JobId job, boolean erases, long began) {
      this.job = job;
      this.erases = erases;
      this.began = began;
    }

    void answered(boolean accepts, long step) {
      accepted = accepts;
      ended = step;
    }
  }

  synchronized Call begin(JobId job, boolean erases, long step) {
    Call call = new Call(job, erases, step);
    calls.add(call);
    return call;
  }

  /** Every write of a record is a step that the life cycle allows after the one before. */
  synchronized void changed(String key, byte @Nullable [] bytes) {
    if (!key.startsWith("jobs/")) {
      return;
    }
    if (bytes == null) {
      newest.remove(key);
    } else {
      Job job = parse(bytes);
      @Nullable Job before = newest.put(key, job);
      if (before != null && job.run() == before.run()) {
        assertThat(before.state().canBecome(job.state())).as("%s to %s", before, job).isTrue();
        assertThat(job.attempts()).isGreaterThanOrEqualTo(before.attempts());
      }
    }
  }

  /** Whether somebody was told that the job exists, and nobody may have erased it since. */
  synchronized boolean mustExist(JobId job) {
    return calls.stream()
        .anyMatch(
            call ->
                call.job.equals(job)
                    && !call.erases
                    && call.accepted
                    && calls.stream()
                        .noneMatch(
                            other ->
                                other.job.equals(job)
                                    && other.erases
                                    && other.ended >= call.began));
  }

  /** Whether somebody was told that the job is gone, and nobody may have sent it since. */
  synchronized boolean mustBeGone(JobId job) {
    return calls.stream()
        .anyMatch(
            call ->
                call.job.equals(job)
                    && call.erases
                    && call.accepted
                    && calls.stream()
                        .noneMatch(
                            other ->
                                other.job.equals(job)
                                    && !other.erases
                                    && other.ended >= call.began));
  }

  private static Job parse(byte[] bytes) {
    try {
      return Json.read(bytes, Job.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

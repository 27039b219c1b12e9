package dev.aiupscale.worker.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients did and were told, and every record that was written. */
final class LifeHistory {
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Job> newest = new HashMap<>();
  private final Clock clock;

  /** Every version of a record that was ever written, with when it was outdated. */
  private final Map<String, List<Version>> versions = new HashMap<>();

  /** How many versions of a record are older than one that somebody has seen. */
  private final Map<String, Integer> overtaken = new HashMap<>();

  LifeHistory(Clock clock) {
    this.clock = clock;
  }

  /** A record as it was once. */
  private static final class Version {
    private final Job job;
    private Instant until = Instant.MAX;

    private Version(Job job) {
      this.job = job;
    }
  }

  /** A look at a job, which tells nothing older than was seen before it began. */
  static final class Look {
    private final String key;
    private final Instant began;
    private final int overtaken;

    private Look(String key, Instant began, int overtaken) {
      this.key = key;
      this.began = began;
      this.overtaken = overtaken;
    }
  }

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
    List<Version> all = versions.computeIfAbsent(key, any -> new ArrayList<>());
    if (!all.isEmpty() && all.get(all.size() - 1).until.equals(Instant.MAX)) {
      all.get(all.size() - 1).until = clock.instant();
    }
    if (bytes == null) {
      newest.remove(key);
    } else {
      all.add(new Version(parse(bytes)));
      Job job = parse(bytes);
      @Nullable Job before = newest.put(key, job);
      if (before != null && job.run() == before.run()) {
        assertThat(before.state().canBecome(job.state())).as("%s to %s", before, job).isTrue();
        assertThat(job.attempts()).isGreaterThanOrEqualTo(before.attempts());
      }
    }
  }

  synchronized Look look(JobId job) {
    String key = ObjectKeys.job(job);
    return new Look(key, clock.instant(), overtaken.getOrDefault(key, 0));
  }

  /** What one saw is no older than copies may be, nor than what others had seen before. */
  synchronized void saw(Look look, Job job, Duration oldest) {
    List<Version> all = versions.getOrDefault(look.key, List.of());
    int at = all.size() - 1;
    while (at >= 0 && !all.get(at).job.equals(job)) {
      at--;
    }
    assertThat(at).as("a record that was never written: %s", job).isNotNegative();
    assertThat(all.get(at).until).as("%s", job).isAfter(look.began.minus(oldest));
    assertThat(at).as("seen before, or erased: %s", job).isGreaterThanOrEqualTo(look.overtaken);
    overtaken.merge(look.key, at, Math::max);
  }

  /** How many versions of a record there were so far. */
  synchronized int versions(JobId job) {
    return versions.getOrDefault(ObjectKeys.job(job), List.of()).size();
  }

  /**
   * The job was erased: nothing that was written before is seen again.
   *
   * @param before how many versions there were when the erasure began
   */
  synchronized void erased(JobId job, int before) {
    overtaken.merge(ObjectKeys.job(job), before, Math::max);
  }

  /** The cache forgot: for a while its readers may see again what they had seen before. */
  synchronized void cacheForgot() {
    overtaken.clear();
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

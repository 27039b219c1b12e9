package dev.aiupscale.platform.cache;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobProgress;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Copies of job records, and progress, in the cache. No copy replaces a newer one, and none
 * outlives the time that copies have from when the record was so: whoever stood still meanwhile,
 * and whatever the cache was not told, nobody reads anything older.
 */
@ApplicationScoped
public class JobCache {
  private static final Logger LOG = Logger.getLogger(JobCache.class);

  /** Milliseconds since 1970 of the run's beginning, and the record's revision or the attempt. */
  private static final String STAMP = "%013d%010d";

  private static final int STAMP_LENGTH = 23;

  /** Sorts after every stamp. */
  private static final String ERASED = "9".repeat(STAMP_LENGTH);

  private final Cache cache;
  private final Duration timeToLive;
  private final Clock clock;

  public JobCache(Cache cache, PlatformConfig config, Clock clock) {
    this.cache = cache;
    this.timeToLive = config.cache().recordTimeToLive();
    this.clock = clock;
  }

  public Optional<Job> find(JobId id) {
    return stamped(ObjectKeys.job(id), Job.class);
  }

  /** The job with the newest progress that is known of its present attempt. */
  public Job withProgress(Job job) {
    return job.state().isFinal()
        ? job
        : stamped(ObjectKeys.progress(job.id()), JobProgress.class)
            .map(progress -> progress.applyTo(job))
            .orElse(job);
  }

  /**
   * Keeps a copy of a record that was read or written.
   *
   * @param asOf when the reading or writing began: the record was so at that time or later
   */
  public void keep(Job job, Instant asOf) {
    String json = new String(Json.write(job), StandardCharsets.UTF_8);
    cache.putUnlessOlder(
        ObjectKeys.job(job.id()),
        stamp(job, job.revision()) + json,
        STAMP_LENGTH,
        asOf.plus(timeToLive));
  }

  /** Replaces no progress of a later attempt. */
  public void progressed(Job job) {
    String json = new String(Json.write(JobProgress.of(job)), StandardCharsets.UTF_8);
    cache.putUnlessOlder(
        ObjectKeys.progress(job.id()),
        stamp(job, job.attempts()) + json,
        STAMP_LENGTH,
        clock.instant().plus(timeToLive));
  }

  /** The record is gone: no copy of it is kept until all that could be made are outdated. */
  public void erased(JobId id) {
    cache.delete(ObjectKeys.progress(id));
    cache.putUnlessOlder(
        ObjectKeys.job(id), ERASED, STAMP_LENGTH, clock.instant().plus(timeToLive));
  }

  private static String stamp(Job job, long number) {
    return String.format(Locale.ROOT, STAMP, job.createdAt().toEpochMilli(), number);
  }

  private <T> Optional<T> stamped(String key, Class<T> type) {
    return cache
        .get(key)
        .map(text -> new String(text, StandardCharsets.UTF_8))
        .filter(text -> !text.equals(ERASED))
        .map(text -> text.substring(Math.min(STAMP_LENGTH, text.length())))
        .flatMap(json -> parse(key, json.getBytes(StandardCharsets.UTF_8), type));
  }

  private <T> Optional<T> parse(String key, byte[] json, Class<T> type) {
    try {
      return Optional.of(Json.read(json, type));
    } catch (IOException e) {
      LOG.warnf("cache entry %s is not readable and was dropped: %s", key, e.getMessage());
      cache.delete(key);
      return Optional.empty();
    }
  }
}

package dev.aiupscale.platform.cache;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobProgress;
import dev.aiupscale.common.job.ObjectKeys;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Job records and progress in the cache. */
@ApplicationScoped
public class JobCache {
  private static final Logger LOG = Logger.getLogger(JobCache.class);

  private final Cache cache;
  private final PlatformConfig.CacheConfig config;

  public JobCache(Cache cache, PlatformConfig config) {
    this.cache = cache;
    this.config = config.cache();
  }

  public Optional<Job> find(JobId id) {
    return read(ObjectKeys.job(id), Job.class);
  }

  /** The job with the newest progress that is known of its present attempt. */
  public Job withProgress(Job job) {
    return job.state().isFinal()
        ? job
        : read(ObjectKeys.progress(job.id()), JobProgress.class)
            .map(progress -> progress.applyTo(job))
            .orElse(job);
  }

  /** For whoever has just written the record. */
  public void written(Job job) {
    cache.put(ObjectKeys.job(job.id()), Json.write(job), timeToLive(job));
  }

  /** For whoever has just read the record: never replaces what a writer put there. */
  public void seen(Job job) {
    cache.putIfAbsent(ObjectKeys.job(job.id()), Json.write(job), timeToLive(job));
  }

  public void progressed(Job job) {
    cache.put(
        ObjectKeys.progress(job.id()),
        Json.write(JobProgress.of(job)),
        config.unfinishedTimeToLive());
  }

  public void forget(JobId id) {
    cache.delete(ObjectKeys.job(id), ObjectKeys.progress(id));
  }

  private Duration timeToLive(Job job) {
    return job.state().isFinal() ? config.timeToLive() : config.unfinishedTimeToLive();
  }

  private <T> Optional<T> read(String key, Class<T> type) {
    return cache.get(key).flatMap(json -> parse(key, json, type));
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

package dev.aiupscale.api.load;

import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.JobId;
import dev.aiupscale.common.job.JobState;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.cache.Cache;
import dev.aiupscale.platform.queue.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells when a job that waits will be done: reckoned when it was queued, its turn included. */
@ApplicationScoped
public class QueueEta {
  private static final Duration KEPT = Duration.ofHours(1);

  private final PresentLoad load;
  private final Cache cache;
  private final Clock clock;

  public QueueEta(PresentLoad load, Cache cache, Clock clock) {
    this.load = load;
    this.cache = cache;
    this.clock = clock;
  }

  /** The job with the predicted seconds where it waits, else as it is. */
  public Job tell(Job job) {
    if (job.state() != JobState.QUEUED) {
      return job;
    }
    try {
      return job.expectedIn(coarse(secondsLeft(job)));
    } catch (UpscaleException e) {
      // A queue that does not answer keeps nobody from reading a record.
      return job;
    }
  }

  /**
   * How many jobs are predicted to be done before the turn of this one.
   *
   * @param told as {@link #tell} tells it
   * @return null where it does not wait, or nothing is known
   */
  public @Nullable Integer jobsAhead(Job told) {
    Integer eta = told.etaSeconds();
    return told.state() == JobState.QUEUED && eta != null
        ? load.now().jobsWithin(eta - load.seconds(told))
        : null;
  }

  private double secondsLeft(Job job) {
    double work = load.seconds(job);
    double left =
        due(job.id())
            .map(due -> Duration.between(clock.instant(), due).toMillis() / 1000.0)
            .orElseGet(() -> load.now().waitSeconds() + work);
    return Math.max(work, left);
  }

  /** Keeps the prediction for a job that is put into the lane now. */
  public void reckon(Job job, Lane lane) {
    long millis = (long) (1000 * (load.now().waitSeconds(lane) + load.seconds(job)));
    String due = clock.instant().plusMillis(millis).toString();
    cache.put(key(job.id()), due.getBytes(StandardCharsets.UTF_8), KEPT);
  }

  /** In steps, so that whoever watches is not told of each second that passes. */
  static int coarse(double seconds) {
    int step = seconds < 10 ? 1 : seconds < 60 ? 5 : 30;
    return (int) Math.ceil(seconds / step) * step;
  }

  private Optional<Instant> due(JobId id) {
    return cache
        .get(key(id))
        .flatMap(
            text -> {
              try {
                return Optional.of(Instant.parse(new String(text, StandardCharsets.UTF_8)));
              } catch (DateTimeParseException e) {
                return Optional.empty();
              }
            });
  }

  private static String key(JobId id) {
    return "due/" + id;
  }
}

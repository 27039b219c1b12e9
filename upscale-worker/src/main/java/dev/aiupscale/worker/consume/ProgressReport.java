package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.load.EncodingTail;
import dev.aiupscale.worker.upscale.Cancellation;
import dev.aiupscale.worker.upscale.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far an attempt has come: to Redis at most five times a second, to the record every few
 * seconds. A record that somebody else changed meanwhile cancels the attempt; one that takes too
 * long is ended.
 */
final class ProgressReport implements ProgressListener, Cancellation {
  private static final Duration REDIS_INTERVAL = Duration.ofMillis(200);
  private static final Duration RECORD_INTERVAL = Duration.ofSeconds(3);

  private static final Logger LOG = Logger.getLogger(ProgressReport.class);

  private final Consumer<UnaryOperator<Job>> redis;
  private final Consumer<UnaryOperator<Job>> record;
  private final Clock clock;
  private final Runnable networkDone;
  private final Instant began;
  private final Forecast forecast;
  private double share;
  private Instant toldAt;
  private Instant writtenAt;
  private volatile Instant movedAt;
  private volatile boolean handBack;
  private volatile @Nullable JobTaken taken;
  private volatile @Nullable Duration limit;

  /**
   * @param clock stands still while the process does
   * @param networkDone told when another job may begin beside the rest of this one
   */
  ProgressReport(Attempt attempt, Clock clock, Runnable networkDone) {
    this(attempt.job(), attempt::tell, attempt::write, clock, networkDone);
  }

  /**
   * @param record may throw {@link JobTaken}
   */
  ProgressReport(
      Job job,
      Consumer<UnaryOperator<Job>> redis,
      Consumer<UnaryOperator<Job>> record,
      Clock clock,
      Runnable networkDone) {
    this.redis = redis;
    this.record = record;
    this.clock = clock;
    this.networkDone = networkDone;
    this.began = clock.instant();
    this.forecast = new Forecast(began, EncodingTail.of(job));
    this.toldAt = Instant.MIN;
    this.writtenAt = began;
    this.movedAt = began;
  }

  /** Ends the attempt when so much time has passed since it began. */
  void limit(Duration most) {
    limit = most;
  }

  @Override
  public synchronized void progressed(double done) {
    Instant now = clock.instant();
    forecast.done(Math.max(0, Math.min(1, done)), now);
    tell(now);
  }

  @Override
  public synchronized void restored(double done) {
    Instant now = clock.instant();
    forecast.restored(Math.max(0, Math.min(1, done)), now);
    tell(now);
  }

  @Override
  public void networkDone() {
    networkDone.run();
  }

  private void tell(Instant now) {
    movedAt = now;
    share = Math.max(share, forecast.share());
    double reached = share;
    @Nullable Integer eta = eta();
    if (writeIfDue(now)) {
      toldAt = now;
    } else if (!now.isBefore(toldAt.plus(REDIS_INTERVAL))) {
      toldAt = now;
      redis.accept(job -> job.progressed(reached, eta));
    }
  }

  /**
   * @throws UpscaleException TIMED_OUT when the attempt has taken longer than it may
   */
  @Override
  public synchronized boolean isCancelled() {
    Instant now = clock.instant();
    forecast.networkBegins(now);
    writeIfDue(now);
    Duration most = limit;
    if (most != null && now.isAfter(began.plus(most))) {
      throw new UpscaleException(
          ErrorCode.TIMED_OUT,
          "The picture was given up after %d seconds, many times what it should take."
              .formatted(most.toSeconds()));
    }
    return handBack || taken != null;
  }

  /** Makes the attempt stop, so that another worker can take the job. */
  void handBack() {
    handBack = true;
  }

  boolean isHandedBack() {
    return handBack;
  }

  /** How long the attempt has taken so far. */
  Duration spent() {
    return Duration.between(began, clock.instant());
  }

  /**
   * To be asked before something is written that only whoever holds the job may write.
   *
   * @throws JobTaken when somebody else changed or erased the record
   */
  synchronized void requireHeld() {
    double reached = share;
    record.accept(job -> job.progressed(reached, eta()));
    writtenAt = clock.instant();
  }

  /** When the work last moved on. */
  Instant movedAt() {
    return movedAt;
  }

  /** Also when nothing has moved: whether somebody else changed the record is only seen so. */
  private boolean writeIfDue(Instant now) {
    if (now.isBefore(writtenAt.plus(RECORD_INTERVAL))) {
      return false;
    }
    writtenAt = now;
    double reached = share;
    @Nullable Integer eta = eta();
    try {
      record.accept(job -> job.progressed(reached, eta));
    } catch (JobTaken e) {
      taken = e;
    } catch (UpscaleException e) {
      // The work need not wait for the store; one of the next writes will tell.
      LOG.warnf("how far a job is was not written: %s", e.getMessage());
    }
    return true;
  }

  private @Nullable Integer eta() {
    var rest = forecast.restSeconds();
    return rest.isPresent() ? (Integer) (int) Math.ceil(rest.getAsDouble()) : null;
  }
}

package dev.aiupscale.worker.consume;

import dev.aiupscale.worker.upscale.Cancellation;
import dev.aiupscale.worker.upscale.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far an attempt has come: to Redis at most five times a second, to the record every few
 * seconds. A record that somebody else changed meanwhile cancels the attempt.
 */
final class ProgressReport implements ProgressListener, Cancellation {
  private static final Duration REDIS_INTERVAL = Duration.ofMillis(200);
  private static final Duration RECORD_INTERVAL = Duration.ofSeconds(3);

  /** Less done than this says too little about the rest. */
  private static final double MIN_SHARE = 0.02;

  private final Attempt attempt;
  private final Clock clock;
  private final Instant began;
  private Instant toldAt;
  private Instant writtenAt;
  private volatile Instant movedAt;
  private volatile boolean handBack;
  private volatile @Nullable JobTaken taken;

  ProgressReport(Attempt attempt, Clock clock) {
    this.attempt = attempt;
    this.clock = clock;
    this.began = clock.instant();
    this.toldAt = Instant.MIN;
    this.writtenAt = began;
    this.movedAt = began;
  }

  @Override
  public void progressed(double done) {
    Instant now = clock.instant();
    movedAt = now;
    double share = Math.max(0, Math.min(1, done));
    @Nullable Integer eta = eta(share, now);
    if (writtenAt.plus(RECORD_INTERVAL).isBefore(now)) {
      writtenAt = now;
      toldAt = now;
      write(share, eta);
    } else if (toldAt.plus(REDIS_INTERVAL).isBefore(now)) {
      toldAt = now;
      attempt.tell(job -> job.progressed(share, eta));
    }
  }

  @Override
  public boolean isCancelled() {
    return handBack || taken != null;
  }

  /** Makes the attempt stop before its next tile, so that another worker can take the job. */
  void handBack() {
    handBack = true;
  }

  boolean isHandedBack() {
    return handBack;
  }

  /** When the work last moved on. */
  Instant movedAt() {
    return movedAt;
  }

  private void write(double share, @Nullable Integer eta) {
    try {
      attempt.write(job -> job.progressed(share, eta));
    } catch (JobTaken e) {
      taken = e;
    }
  }

  private @Nullable Integer eta(double share, Instant now) {
    if (share < MIN_SHARE) {
      return null;
    }
    double spent = Duration.between(began, now).toMillis() / 1000.0;
    return (int) Math.ceil(spent * (1 - share) / share);
  }
}

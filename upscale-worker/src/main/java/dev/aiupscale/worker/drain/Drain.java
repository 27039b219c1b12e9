package dev.aiupscale.worker.drain;

import dev.aiupscale.worker.WorkerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The end of this worker, once it is announced: why it goes, and how long it may still work. */
@ApplicationScoped
public class Drain {
  private static final Logger LOG = Logger.getLogger(Drain.class);

  private final Duration graceTime;
  private final Clock clock;
  private final Event<DrainBegun> begun;
  private volatile @Nullable Instant deadline;

  public Drain(WorkerConfig config, Clock clock, Event<DrainBegun> begun) {
    this.graceTime = config.queue().graceTime();
    this.clock = clock;
    this.begun = begun;
  }

  /** Only the first notice counts: a second one does not give more time. */
  public synchronized void begin(String why) {
    if (deadline != null) {
      return;
    }
    deadline = clock.instant().plus(graceTime);
    LOG.infof("no more jobs are taken, those in hand have %s: %s", graceTime, why);
    begun.fire(new DrainBegun());
  }

  public boolean isOn() {
    return deadline != null;
  }

  /** The time left to work; zero when it is over. */
  public Duration left() {
    Instant end = deadline;
    if (end == null) {
      return graceTime;
    }
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }
}

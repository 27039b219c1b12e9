package dev.aiupscale.worker.consume;

import dev.aiupscale.platform.scaling.ScaleInProtection;
import dev.aiupscale.worker.WorkerConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Keeps the machine from being taken by a shrinking group while a longer job is in work. */
@ApplicationScoped
public class WorkProtection {
  private static final Logger LOG = Logger.getLogger(WorkProtection.class);

  private final Supplier<Optional<Instant>> workingSince;
  private final Optional<ScaleInProtection> protection;
  private final Duration after;
  private final Clock clock;

  /** Empty until it was set once: an earlier process may have left it on. */
  private Optional<Boolean> set = Optional.empty();

  @Inject
  public WorkProtection(
      JobsInHand jobs, Optional<ScaleInProtection> protection, WorkerConfig config, Clock clock) {
    this(jobs::workingSince, protection, config.protection().after(), clock);
  }

  WorkProtection(
      Supplier<Optional<Instant>> workingSince,
      Optional<ScaleInProtection> protection,
      Duration after,
      Clock clock) {
    this.workingSince = workingSince;
    this.protection = protection;
    this.after = after;
    this.clock = clock;
  }

  @Scheduled(
      every = "${worker.protection.look-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    if (protection.isEmpty()) {
      return;
    }
    boolean wanted = isLong(workingSince.get());
    if (set.isPresent() && set.get() == wanted) {
      return;
    }
    try {
      protection.get().set(wanted);
      set = Optional.of(wanted);
    } catch (IOException e) {
      LOG.warnf("protection from scale-in was not set to %s: %s", wanted, e.getMessage());
    }
  }

  private boolean isLong(Optional<Instant> since) {
    return since.filter(start -> start.plus(after).isBefore(clock.instant())).isPresent();
  }
}

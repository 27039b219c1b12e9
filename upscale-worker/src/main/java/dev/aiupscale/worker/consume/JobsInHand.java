package dev.aiupscale.worker.consume;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jboss.logging.Logger;

/** The attempts that this worker is making, and how they are handed back when it is to go. */
@ApplicationScoped
public class JobsInHand {
  private static final Logger LOG = Logger.getLogger(JobsInHand.class);

  private final SettleAttempt settle;
  private final Set<InHand> held = new CopyOnWriteArraySet<>();

  public JobsInHand(SettleAttempt settle) {
    this.settle = settle;
  }

  void add(InHand job) {
    held.add(job);
  }

  void remove(InHand job) {
    held.remove(job);
  }

  /** Since when the oldest of them has been in work here; empty while there is none. */
  Optional<Instant> workingSince() {
    return held.stream()
        .flatMap(job -> Optional.ofNullable(job.attempt().job().startedAt()).stream())
        .min(Comparator.naturalOrder());
  }

  /**
   * Makes each attempt that will not be done in time stop before its next tile.
   *
   * @return whether there are any, and all of them were told to stop
   */
  boolean handBackUnlessDoneWithin(Duration time) {
    for (InHand job : held) {
      if (!job.fitsIn(time)) {
        job.report().handBack();
      }
    }
    return !held.isEmpty() && held.stream().allMatch(job -> job.report().isHandedBack());
  }

  /** Hands back what does not stop by itself, over the head of whoever works on it. */
  void handBackNow() {
    for (InHand job : held) {
      try {
        settle.handedBack(job.message(), job.attempt());
      } catch (JobTaken e) {
        LOG.info(e.getMessage());
      } catch (RuntimeException e) {
        // It comes again when its time on the queue is over; the others must not wait for that.
        LOG.errorf(e, "job %s was not handed back", job.attempt().job().id());
      }
    }
  }
}

package dev.aiupscale.platform.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many workers the work needs: one for each job in work and for each acceptable wait of
 * predicted seconds on the queue, and never less than the usual load with some to spare.
 */
public final class WorkersNeeded {
  /** Workers beyond the mean load, in square roots of it (Halfin and Whitt, 1981). */
  private static final double SPARE = 2.5;

  /** What is usual is the mean over this time. */
  private static final Duration USUAL = Duration.ofMinutes(15);

  private record Sample(Instant at, double workers) {}

  private final double acceptableWait;
  private final Deque<Sample> lately = new ArrayDeque<>();

  /**
   * @param acceptableWait that a job may have before a worker takes it
   */
  public WorkersNeeded(Duration acceptableWait) {
    this.acceptableWait = acceptableWait.toMillis() / 1000.0;
  }

  /**
   * Told of the queue at regular times.
   *
   * @param inWork jobs that workers work on
   * @param waiting jobs that nobody works on
   * @param waitingSeconds predicted seconds of work of these
   * @return workers, as a fraction
   */
  public synchronized double after(Instant now, long inWork, long waiting, double waitingSeconds) {
    // More workers than jobs would have nothing to do.
    double present = inWork + Math.min(waiting, waitingSeconds / acceptableWait);
    lately.addLast(new Sample(now, present));
    while (lately.getFirst().at().isBefore(now.minus(USUAL))) {
      lately.removeFirst();
    }
    // Summed anew: a running sum's rounding would keep a worker for no work.
    double usual = lately.stream().mapToDouble(Sample::workers).average().orElse(0);
    return Math.max(present, usual + SPARE * Math.sqrt(usual));
  }
}

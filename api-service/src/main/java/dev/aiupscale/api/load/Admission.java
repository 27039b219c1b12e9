package dev.aiupscale.api.load;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.load.FairShare;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.Placement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Decides what is taken in, by the wait that it means, and where it waits. */
@ApplicationScoped
public class Admission {
  /** The part of the queue that one client can fill. */
  private static final double CLIENT_PART = 0.5;

  private final PresentLoad load;
  private final Asking asking;
  private final FairShare share;
  private final double maxWait;
  private final Clock clock;

  public Admission(PresentLoad load, Asking asking, ApiConfig config, Clock clock) {
    this.load = load;
    this.asking = asking;
    this.share = new FairShare(config.queue().frontShare());
    this.maxWait = config.queue().maxWait().toMillis() / 1000.0;
    this.clock = clock;
  }

  /**
   * @throws UpscaleException QUEUE_FULL, which says when there will be room
   */
  public void requireRoom() {
    requireBelow(maxWait, load.now().waitSeconds(), "More work is waiting than is accepted");
    requireBelow(
        maxWait * CLIENT_PART,
        share.owed(asking.client(), clock.instant()),
        "More of your work is waiting than is accepted from one client");
  }

  /** Where the job waits, on its client's account. */
  public Placement place(Job job) {
    String client = asking.client();
    double seconds = load.seconds(job);
    Lane lane = share.place(client, seconds, load.now().workerCount(), clock.instant());
    return new Placement(lane, client, seconds);
  }

  private static void requireBelow(double limit, double wait, String what) {
    if (wait >= limit) {
      // Waiting work shrinks by a second each second.
      Duration pause = Duration.ofSeconds((long) Math.ceil(wait - limit) + 1);
      throw UpscaleException.passing(
          ErrorCode.QUEUE_FULL,
          what + "; there will be room in about " + pause.toSeconds() + " seconds.",
          pause);
    }
  }
}

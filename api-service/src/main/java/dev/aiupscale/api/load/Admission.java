package dev.aiupscale.api.load;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.api.access.Asking;
import dev.aiupscale.api.access.Caller;
import dev.aiupscale.common.job.Demand;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.Job;
import dev.aiupscale.common.job.UpscaleException;
import dev.aiupscale.platform.load.FairShare;
import dev.aiupscale.platform.queue.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Decides what is taken in, by the wait that it means, and where it waits. */
@ApplicationScoped
public class Admission {
  private final PresentLoad load;
  private final Asking asking;
  private final FairShare share;
  private final double maxWait;

  public Admission(PresentLoad load, Asking asking, FairShare share, ApiConfig config) {
    this.load = load;
    this.asking = asking;
    this.share = share;
    this.maxWait = config.queue().maxWait().toMillis() / 1000.0;
  }

  /**
   * @throws UpscaleException QUEUE_FULL, which says when there will be room
   */
  public void requireRoom() {
    requireBelow(maxWait, load.now().waitSeconds(), "More work is waiting than is accepted");
    Caller caller = asking.caller();
    requireBelow(
        maxWait * caller.share(),
        share.owed(caller.client()),
        "More of your work is waiting than is accepted from one client");
  }

  /** Who asks for the job, and how much work it is. */
  public Demand demand(Job job) {
    return new Demand(asking.caller().client(), load.seconds(job));
  }

  /** How long the job would wait and take if it were placed now; it is on no account yet. */
  public Forecast foresee(Job job) {
    Lane lane = share.foresee(job.demand());
    return new Forecast(load.now().waitSeconds(lane), job.demand().seconds());
  }

  /** Where the job waits, on its client's account. */
  public Lane place(Job job) {
    return share.place(job.demand());
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

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
  private static final String OF_CLIENT =
      "More of your work is waiting than is accepted from one client";

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
   * At the door, before anything is booked.
   *
   * @throws UpscaleException QUEUE_FULL, which says when there will be room
   */
  public void requireRoom() {
    requireRoomForAll();
    Caller caller = asking.caller();
    requireBelow(most(caller), share.owed(caller.client()), OF_CLIENT);
  }

  /**
   * Lets the job in, on its client's account, and says where it waits. One after the other, so that
   * of many that come at once no more get in than there is room for.
   *
   * @throws UpscaleException QUEUE_FULL, which says when there will be room
   */
  public synchronized Lane book(Job job) {
    requireRoomForAll();
    Caller caller = asking.caller();
    Lane lane =
        share
            .placeBelow(most(caller), job.demand())
            .orElseThrow(() -> full(most(caller), share.owed(caller.client()), OF_CLIENT));
    load.letIn(lane);
    return lane;
  }

  /** A job that was let in is not queued after all. */
  public void giveBack(Job job, Lane lane) {
    share.giveBack(job.demand(), lane);
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

  /** Seconds of wait that the caller's work may cause. */
  private double most(Caller caller) {
    return maxWait * caller.share();
  }

  private void requireRoomForAll() {
    requireBelow(maxWait, load.now().waitSeconds(), "More work is waiting than is accepted");
  }

  private static void requireBelow(double limit, double wait, String what) {
    if (wait >= limit) {
      throw full(limit, wait, what);
    }
  }

  private static UpscaleException full(double limit, double wait, String what) {
    // Waiting work shrinks by a second each second.
    Duration pause = Duration.ofSeconds((long) Math.ceil(Math.max(0, wait - limit)) + 1);
    return UpscaleException.passing(
        ErrorCode.QUEUE_FULL,
        what + "; there will be room in about " + pause.toSeconds() + " seconds.",
        pause);
  }
}

package dev.aiupscale.platform.load;

import dev.aiupscale.common.job.Demand;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.SetClock;
import dev.aiupscale.platform.queue.Lane;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Doors, lanes and workers on a simulated clock; the policies are the product's own. */
final class SimulatedQueue {
  static final PlatformConfig CONFIG =
      new SmallRyeConfigBuilder()
          .withMapping(PlatformConfig.class)
          .build()
          .getConfigMapping(PlatformConfig.class);

  /** An upload: its client, when it comes, and the seconds of work that it is. */
  record Upload(String client, double at, double seconds) {}

  private final int workers;
  private final boolean fair;
  private final SetClock clock = new SetClock();
  private final FairShare share;
  private final Deque<Upload> front = new ArrayDeque<>();
  private final Deque<Upload> bulk = new ArrayDeque<>();

  /**
   * @param fair whether the product's policies are used, or one queue for all
   */
  SimulatedQueue(int workers, boolean fair) {
    this.workers = workers;
    this.fair = fair;
    this.share = new FairShare(new LocalAccounts(), new FixedWorkload(workers), CONFIG, clock);
  }

  /** How long one upload waited, and how long it took until its result, in seconds. */
  record Wait(double toStart, double toResult) {}

  /** Of each upload of the client, in no order. */
  List<Wait> waits(String client, List<Upload> uploads) {
    Deque<Upload> coming = new ArrayDeque<>(uploads);
    PriorityQueue<Worker> free = new PriorityQueue<>(Comparator.comparingDouble(Worker::freeAt));
    for (int i = 0; i < workers; i++) {
      free.add(new Worker(0, new LaneOrder()));
    }
    List<Wait> waits = new ArrayList<>();
    while (!coming.isEmpty() || !front.isEmpty() || !bulk.isEmpty()) {
      Worker worker = free.remove();
      double now = worker.freeAt();
      arrive(coming, now);
      Optional<Upload> taken = take(worker.order());
      if (taken.isEmpty()) {
        free.add(new Worker(coming.getFirst().at(), worker.order()));
        continue;
      }
      double done = now + taken.get().seconds();
      free.add(new Worker(done, worker.order()));
      if (taken.get().client().equals(client)) {
        waits.add(new Wait(now - taken.get().at(), done - taken.get().at()));
      }
    }
    return waits;
  }

  private void arrive(Deque<Upload> coming, double now) {
    while (!coming.isEmpty() && coming.getFirst().at() <= now) {
      Upload upload = coming.removeFirst();
      clock.set(Instant.EPOCH.plusMillis((long) (1000 * upload.at())));
      Lane lane = fair ? share.place(new Demand(upload.client(), upload.seconds())) : Lane.FRONT;
      lane(lane).add(upload);
    }
  }

  private Optional<Upload> take(LaneOrder order) {
    for (Lane lane : order.next()) {
      Upload upload = lane(lane).poll();
      if (upload != null) {
        order.took();
        return Optional.of(upload);
      }
    }
    return Optional.empty();
  }

  private Deque<Upload> lane(Lane lane) {
    return lane == Lane.FRONT ? front : bulk;
  }

  private record Worker(double freeAt, LaneOrder order) {}
}

package dev.aiupscale.platform.load;

import dev.aiupscale.common.job.Demand;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.queue.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives each client its share of the front lane, and no more of the queue than a bounded part. All
 * accounts are in seconds of wait that the client's work causes to everybody; they empty with time.
 */
@ApplicationScoped
public class FairShare {
  /** A larger job than this waits in the bulk lane, where smaller ones overtake it. */
  public static final double LARGE_SECONDS = 60;

  private final ShareAccounts accounts;
  private final Workload workload;
  private final double frontShare;
  private final Clock clock;
  private volatile int workers = 1;

  public FairShare(ShareAccounts accounts, Workload workload, PlatformConfig config, Clock clock) {
    this.accounts = accounts;
    this.workload = workload;
    this.frontShare = config.frontShare().toMillis() / 1000.0;
    this.clock = clock;
  }

  /** Books the work on its client's account and says where it waits. */
  public Lane place(Demand demand) {
    return placeBelow(Double.POSITIVE_INFINITY, demand).orElseThrow();
  }

  /**
   * As {@link #place}, if the client owes less than {@code most} seconds; both in one step, so that
   * of many that come at once no more get in.
   */
  public Optional<Lane> placeBelow(double most, Demand demand) {
    double wait = wait(demand);
    boolean[] refused = {false};
    ShareAccount booked =
        accounts.change(
            demand.client(),
            clock.instant(),
            account -> {
              refused[0] = account.all() >= most;
              return refused[0] ? account : booked(account, demand, wait);
            });
    return refused[0] ? Optional.empty() : Optional.of(lane(booked));
  }

  /** Takes back what was booked for work that was not queued then. */
  public void giveBack(Demand demand, Lane lane) {
    double wait = wait(demand);
    accounts.change(
        demand.client(),
        clock.instant(),
        account -> account.without(lane == Lane.FRONT ? wait : 0, wait));
  }

  /** Where the work would wait if it were placed now; nothing is booked. */
  public Lane foresee(Demand demand) {
    return lane(booked(account(demand.client()), demand, wait(demand)));
  }

  /** Seconds of wait that the client's work, sent so far, causes still. */
  public double owed(String client) {
    return account(client).all();
  }

  private ShareAccount account(String client) {
    return accounts.change(client, clock.instant(), account -> account);
  }

  private double wait(Demand demand) {
    return demand.seconds() / workers();
  }

  private ShareAccount booked(ShareAccount account, Demand demand, double wait) {
    boolean front = demand.seconds() <= LARGE_SECONDS && account.hasRoom(wait, frontShare);
    return front ? account.withFront(wait) : account.withBulk(wait);
  }

  private static Lane lane(ShareAccount booked) {
    return booked.lastInFront() ? Lane.FRONT : Lane.BULK;
  }

  /** A workload that forgot the workers does not mean that they are gone. */
  private int workers() {
    int living = workload.livingWorkers().size();
    if (living > 0) {
      workers = living;
    }
    return workers;
  }
}

package dev.aiupscale.platform.load;

import dev.aiupscale.platform.queue.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives each client its share of the front lane, and no more of the queue than a bounded part. All
 * accounts are in seconds of wait that the client's work causes to everybody; they empty with time.
 */
public final class FairShare {
  /** A larger job than this waits in the bulk lane, where smaller ones overtake it. */
  public static final double LARGE_SECONDS = 60;

  /** Part of the workers' time that one client may have by the front lane for long. */
  private static final double FRONT_RATE = 0.1;

  private static final int MOST_CLIENTS = 10_000;

  private final double frontShare;
  private final Map<String, Account> accounts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  /**
   * @param frontShare the wait that a client may cause in the front lane at one time
   */
  public FairShare(Duration frontShare) {
    this.frontShare = frontShare.toMillis() / 1000.0;
  }

  /** Books the work on the client's account and says where it waits. */
  public synchronized Lane place(String client, double seconds, int workers, Instant now) {
    Account account = accounts.computeIfAbsent(client, name -> new Account(now));
    account.pass(now);
    double wait = seconds / workers;
    account.all += wait;
    boolean fits = account.front == 0 || account.front + wait <= frontShare;
    if (seconds > LARGE_SECONDS || !fits) {
      return Lane.BULK;
    }
    account.front += wait;
    return Lane.FRONT;
  }

  /** Seconds of wait that the client's work, sent so far, causes still. */
  public synchronized double owed(String client, Instant now) {
    Account account = accounts.get(client);
    if (account == null) {
      return 0;
    }
    account.pass(now);
    return account.all;
  }

  private static final class Account {
    private Instant at;
    private double front;
    private double all;

    private Account(Instant at) {
      this.at = at;
    }

    private void pass(Instant now) {
      double passed = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
      front = Math.max(0, front - passed * FRONT_RATE);
      all = Math.max(0, all - passed);
      at = now;
    }
  }
}

package dev.aiupscale.cli.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Asks the server again while it is busy, away or failing, and gives up in the end. A busy server
 * says itself when to come back; else pauses double from half a second, with full jitter above half
 * of each.
 */
public final class Retry {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_BUSY = Duration.ofMinutes(30);
  private static final int TRIES = 8;

  /** Lets time pass. */
  @FunctionalInterface
  public interface Sleep {
    void sleep(Duration duration) throws InterruptedException;
  }

  /** One try of a request. */
  @FunctionalInterface
  public interface Request<T> {
    T send() throws IOException, InterruptedException, RefusalException;
  }

  private final Sleep sleep;
  private final DoubleSupplier random;

  /**
   * @param random evenly from 0 to 1
   */
  public Retry(Sleep sleep, DoubleSupplier random) {
    this.sleep = sleep;
    this.random = random;
  }

  /**
   * @param notice is told why there is a pause, and how long it is
   * @throws RefusalException when the server refuses for good or too long, or each connection broke
   * @throws AwayException when there is no connection
   */
  public <T> T call(Request<T> request, Consumer<String> notice)
      throws InterruptedException, RefusalException, AwayException {
    Duration busy = Duration.ZERO;
    int failures = 0;
    while (true) {
      Duration pause;
      String reason;
      try {
        return request.send();
      } catch (RefusalException e) {
        pause = e.isBusy() ? busyPause(e, failures) : backOff(failures);
        busy = e.isBusy() ? busy.plus(pause) : busy;
        failures++;
        boolean givesUp = e.isBusy() ? busy.compareTo(LONGEST_BUSY) > 0 : failures == TRIES;
        if (!e.mayPass() && !e.isBusy() || givesUp) {
          throw e;
        }
        reason = e.getMessage();
      } catch (IOException e) {
        // An interruption breaks off reading and writing, too.
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        pause = backOff(failures);
        failures++;
        reason = reason(e);
        if (failures == TRIES) {
          if (isAway(e)) {
            throw new AwayException(reason, e);
          }
          throw new RefusalException(0, new Failure("CONNECTION_BROKEN", reason), null);
        }
      }
      notice.accept(reason + " Trying again in " + seconds(pause) + ".");
      sleep.sleep(pause);
    }
  }

  /** What was asked for, and a little more, so that not all come back in one moment. */
  private Duration busyPause(RefusalException e, int failures) {
    return e.retryAfter()
        .map(asked -> asked.plusMillis((long) (asked.toMillis() * random.getAsDouble() / 10)))
        .orElseGet(() -> backOff(failures));
  }

  private Duration backOff(int failures) {
    long limit =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures, 16));
    return Duration.ofMillis((long) (limit * (0.5 + random.getAsDouble() / 2)));
  }

  private static String seconds(Duration pause) {
    return Math.max(1, Math.round(pause.toMillis() / 1000.0)) + " s";
  }

  /** Else it was reached, and what broke may have to do with this request alone. */
  private static boolean isAway(IOException e) {
    return e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
  }

  private static String reason(IOException e) {
    if (e instanceof ConnectException) {
      return e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException
              || e.getCause() instanceof UnresolvedAddressException
          ? "The server's name is not known."
          : "The server takes no connection.";
    }
    if (e instanceof HttpTimeoutException) {
      return "The server did not answer in time.";
    }
    return "The connection to the server broke (" + e.getMessage() + ").";
  }
}

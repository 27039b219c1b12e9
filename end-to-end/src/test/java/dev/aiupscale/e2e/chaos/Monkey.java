package dev.aiupscale.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills, stops and starts parts of the fleet at moments that a seed decides, until told to stop.
 * Every part has its turn within a round.
 */
final class Monkey {
  private static final Duration STANDSTILL = Duration.ofSeconds(8);

  /** What a monkey does. */
  private enum Strike {
    KILL_WORKER,
    KILL_API,
    KILL_S3,
    KILL_SQS,
    KILL_STACK,
    KILL_REDIS,
    PAUSE_WORKER,
    PAUSE_API,
    PAUSE_S3,
    PAUSE_SQS,
    PAUSE_REDIS,
    STOP_WORKER,
    STOP_API
  }

  private static final List<Strike> ROUND =
      List.of(
          Strike.KILL_WORKER,
          Strike.KILL_WORKER,
          Strike.KILL_WORKER,
          Strike.KILL_API,
          Strike.KILL_S3,
          Strike.KILL_SQS,
          Strike.KILL_STACK,
          Strike.KILL_REDIS,
          Strike.PAUSE_WORKER,
          Strike.PAUSE_API,
          Strike.PAUSE_S3,
          Strike.PAUSE_SQS,
          Strike.PAUSE_REDIS,
          Strike.STOP_WORKER,
          Strike.STOP_API);

  private final Fleet fleet;
  private final Random random;
  private final Thread thread = new Thread(this::run, "monkey");
  private volatile boolean enough;
  private volatile int kills;
  private volatile int rounds;

  Monkey(Fleet fleet, Random random) {
    this.fleet = fleet;
    this.random = random;
  }

  void begin() {
    thread.start();
  }

  /** Whether some part still waits for its turn. */
  boolean isInFirstRound() {
    return rounds == 0 && thread.isAlive();
  }

  /**
   * API and workers run when this returns, and go on running.
   *
   * @return how often something was killed
   * @throws IllegalStateException when something that was killed could not be started again
   */
  int stop() throws InterruptedException {
    enough = true;
    thread.join();
    if (rounds == 0) {
      throw new IllegalStateException("not every part was killed and started again");
    }
    return kills;
  }

  private void run() {
    while (!enough) {
      List<Strike> round = new ArrayList<>(ROUND);
      Collections.shuffle(round, random);
      for (Strike strike : round) {
        if (!enough) {
          LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(3000)).toNanos());
          perform(strike);
        }
      }
      rounds++;
    }
  }

  private void perform(Strike strike) {
    String worker = Fleet.WORKERS.get(random.nextInt(Fleet.WORKERS.size()));
    switch (strike) {
      case KILL_WORKER -> killAndStart(worker);
      case KILL_API -> killAndStart(Fleet.API);
      case KILL_S3 -> killAndStart(Fleet.S3);
      case KILL_SQS -> killAndStart(Fleet.SQS);
      case KILL_STACK -> killAndStartStack();
      case KILL_REDIS -> killRedis();
      case PAUSE_WORKER -> fleet.pause(worker, STANDSTILL);
      case PAUSE_API -> fleet.pause(Fleet.API, STANDSTILL);
      case PAUSE_S3 -> fleet.pause(Fleet.S3, STANDSTILL);
      case PAUSE_SQS -> fleet.pause(Fleet.SQS, STANDSTILL);
      case PAUSE_REDIS -> fleet.pauseRedis(STANDSTILL);
      case STOP_WORKER -> stopAndStart(worker);
      case STOP_API -> stopAndStart(Fleet.API);
    }
  }

  private void killAndStart(String part) {
    fleet.kill(part);
    kills++;
    fleet.start(part);
    fleet.awaitReady(part);
  }

  private void killAndStartStack() {
    Fleet.STACK.forEach(fleet::kill);
    kills++;
    Fleet.STACK.forEach(fleet::start);
  }

  /** Lets the part drain before it is started again. */
  private void stopAndStart(String part) {
    fleet.stop(part);
    fleet.start(part);
    fleet.awaitReady(part);
  }

  private void killRedis() {
    fleet.killRedis();
    kills++;
  }
}

package dev.aiupscale.e2e.chaos;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills, stops and starts parts of the fleet at moments that a seed decides, until told to stop.
 */
final class Monkey {
  private static final Duration STANDSTILL = Duration.ofSeconds(8);

  /**
   * The embedded S3 writes files without the care of the real one, so that a kill may leave it
   * unable to list them; by hand only.
   */
  private static final boolean STACK_TOO = Boolean.getBoolean("chaos.stack");

  private final Fleet fleet;
  private final Random random;
  private final Thread thread = new Thread(this::run, "monkey");
  private volatile boolean enough;
  private volatile int kills;

  Monkey(Fleet fleet, Random random) {
    this.fleet = fleet;
    this.random = random;
  }

  void begin() {
    thread.start();
  }

  /**
   * API and workers run when this returns, and go on running.
   *
   * @return how often something was killed
   */
  int stop() throws InterruptedException {
    enough = true;
    thread.join();
    return kills;
  }

  private void run() {
    while (!enough) {
      LockSupport.parkNanos(Duration.ofMillis(1500 + random.nextInt(4000)).toNanos());
      strike();
    }
  }

  private void strike() {
    String worker = Fleet.WORKERS.get(random.nextInt(Fleet.WORKERS.size()));
    switch (random.nextInt(STACK_TOO ? 8 : 7)) {
      case 0, 1, 2 -> killAndStart(worker);
      case 3, 4 -> killAndStart(Fleet.API);
      case 5 -> killRedis();
      case 6 -> fleet.pause(worker, STANDSTILL);
      default -> killAndStart(Fleet.STACK);
    }
  }

  private void killAndStart(String part) {
    fleet.kill(part);
    kills++;
    fleet.start(part);
  }

  private void killRedis() {
    fleet.killRedis();
    kills++;
  }
}

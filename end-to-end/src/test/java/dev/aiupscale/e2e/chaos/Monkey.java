package dev.aiupscale.e2e.chaos;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills, stops and starts parts of the fleet at moments that a seed decides, until told to stop.
 */
final class Monkey {
  private static final Duration STANDSTILL = Duration.ofSeconds(8);

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

  /** Everything runs when this returns, and goes on running. */
  int stop() throws InterruptedException {
    enough = true;
    thread.join();
    fleet.kill(Fleet.STACK);
    fleet.start(Fleet.STACK);
    return kills + 1;
  }

  private void run() {
    while (!enough) {
      LockSupport.parkNanos(Duration.ofMillis(1500 + random.nextInt(4000)).toNanos());
      strike();
    }
  }

  private void strike() {
    String worker = Fleet.WORKERS.get(random.nextInt(Fleet.WORKERS.size()));
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> killAndStart(worker);
      case 3, 4 -> killAndStart(Fleet.API);
      case 5 -> killAndStart(Fleet.STACK);
      case 6 -> killRedis();
      default -> fleet.pause(worker, STANDSTILL);
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

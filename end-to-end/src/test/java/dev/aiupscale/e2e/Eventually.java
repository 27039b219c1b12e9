package dev.aiupscale.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that another process does. */
public final class Eventually {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private Eventually() {}

  /**
   * @throws AssertionError when {@code condition} does not hold within {@code limit}
   */
  public static void is(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still not so after " + limit);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }
}

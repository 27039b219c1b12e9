package dev.aiupscale.worker.consume;

import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Lets some calls fail: half of these before they have any effect, and half after it, so that only
 * the answer is lost.
 */
final class Outages {
  private static final int ONE_OF = 100;

  private final Turns turns;
  private final Random random;

  Outages(Turns turns, Random random) {
    this.turns = turns;
    this.random = random;
  }

  /**
   * @throws UpscaleException STORAGE_UNAVAILABLE
   */
  <T> T call(String what, Supplier<T> effect) {
    turns.take(what);
    int chance = turns.isCalm() ? ONE_OF : random.nextInt(ONE_OF);
    if (chance == 0) {
      throw unavailable("no answer to ", what);
    }
    T answer = effect.get();
    if (chance == 1) {
      throw unavailable("the answer was lost to ", what);
    }
    return answer;
  }

  private UpscaleException unavailable(String why, String what) {
    turns.note(why + what);
    return new UpscaleException(ErrorCode.STORAGE_UNAVAILABLE, why + what);
  }
}

package dev.aiupscale.worker.consume;

import dev.aiupscale.platform.cache.Cache;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A cache that now and then loses everything, or is told nothing. */
final class TurnCache implements Cache {
  private static final int ONE_OF = 100;

  private final Turns turns;
  private final Random random;
  private final Clock clock;
  private final Runnable lost;
  private final Map<String, Entry> entries = new HashMap<>();

  /**
   * @param lost run whenever the cache holds less, or older, than it was told
   */
  TurnCache(Turns turns, Random random, Clock clock, Runnable lost) {
    this.turns = turns;
    this.random = random;
    this.clock = clock;
    this.lost = lost;
  }

  private record Entry(byte[] value, Instant until) {}

  @Override
  public Optional<byte[]> get(String key) {
    turns.take("cache get " + key);
    return present(key);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    tell("put " + key, () -> entries.put(key, new Entry(value, clock.instant().plus(timeToLive))));
  }

  @Override
  public void putUnlessOlder(String key, String text, int stampLength, Instant until) {
    tell(
        "put " + text + " until " + until,
        () -> {
          String stamp =
              present(key)
                  .map(value -> new String(value, StandardCharsets.UTF_8).substring(0, stampLength))
                  .orElse("");
          if (stamp.compareTo(text.substring(0, stampLength)) <= 0) {
            entries.put(key, new Entry(text.getBytes(StandardCharsets.UTF_8), until));
          }
        });
  }

  @Override
  public void delete(String... keys) {
    tell("delete " + String.join(" ", keys), () -> List.of(keys).forEach(entries::remove));
  }

  @Override
  public boolean isUp() {
    return true;
  }

  private synchronized Optional<byte[]> present(String key) {
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> clock.instant().isBefore(entry.until()))
        .map(Entry::value);
  }

  private void tell(String what, Runnable change) {
    turns.take("cache " + what);
    synchronized (this) {
      int chance = random.nextInt(ONE_OF);
      if (chance == 0) {
        entries.clear();
      }
      if (chance == 1) {
        turns.note("the cache was not told");
      } else {
        change.run();
      }
      if (chance <= 1) {
        lost.run();
      }
    }
  }
}

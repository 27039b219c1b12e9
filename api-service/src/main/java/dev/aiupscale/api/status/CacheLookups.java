package dev.aiupscale.api.status;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts where answers came from, as {@code X-Cache} tells it. */
@ApplicationScoped
public class CacheLookups {
  private final MeterRegistry meters;

  public CacheLookups(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * @param kind of what was looked for, such as {@code job}
   */
  public void count(String kind, Origin origin) {
    String result = origin == Origin.REDIS ? "hit" : "miss";
    meters.counter("upscale.cache.lookups", "kind", kind, "result", result).increment();
  }
}

package dev.aiupscale.platform.load;

import java.time.Instant;
import java.util.Map;

/**
 * How fast a worker was lately.
 *
 * @param at when it said so
 * @param gflops 10⁹ floating point operations a second over all models; 0 when not known yet
 * @param secondsPerMegapixel that goes through the network, halo included, by the SHA-256 of the
 *     model's file
 */
public record WorkerPace(Instant at, double gflops, Map<String, Double> secondsPerMegapixel) {
  public WorkerPace {
    secondsPerMegapixel = Map.copyOf(secondsPerMegapixel);
  }
}

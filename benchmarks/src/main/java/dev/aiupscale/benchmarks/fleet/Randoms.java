package dev.aiupscale.benchmarks.fleet;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Independent streams of random numbers from one seed, the same on every machine. */
final class Randoms {
  private static final long APART = 0x9E3779B97F4A7C15L;

  private Randoms() {}

  static RandomGenerator stream(long seed, int number) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed + number * APART);
  }
}

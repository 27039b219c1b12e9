package dev.aiupscale.benchmarks;

import dev.aiupscale.benchmarks.measure.Effort;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What stands on the command line.
 *
 * @param memoryOnly measures nothing but memory, on the largest picture and over hundreds of jobs
 * @param fleet simulates scaling policies, and measures nothing
 * @param against a running service that the simulated one is held against
 * @param workers that it has
 * @param cache a running service whose answers from Redis and from S3 are timed
 * @param redis that it has
 * @param photo to measure on; a generated one when empty
 */
record BenchOptions(
    Effort effort,
    boolean memoryOnly,
    boolean fleet,
    Optional<URI> against,
    int workers,
    Optional<URI> cache,
    URI redis,
    Optional<Path> photo) {
  static final String USAGE =
      "usage: ./bench [--quick | --memory] [--fleet [--against URL [--workers N]]]"
          + " [--cache URL [--redis URL]] [--photo FILE]";

  /** That of ./run. */
  static final URI USUAL_REDIS = URI.create("redis://127.0.0.1:6390");

  /**
   * @throws IllegalArgumentException whose message is for the person who typed it
   */
  static BenchOptions parse(String... args) {
    Effort effort = Effort.FULL;
    boolean memoryOnly = false;
    boolean fleet = false;
    Optional<URI> against = Optional.empty();
    int workers = 1;
    Optional<URI> cache = Optional.empty();
    URI redis = USUAL_REDIS;
    Optional<Path> photo = Optional.empty();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--quick")) {
        effort = Effort.QUICK;
      } else if (args[i].equals("--memory")) {
        memoryOnly = true;
      } else if (args[i].equals("--fleet")) {
        fleet = true;
      } else if (args[i].equals("--against") && fleet && i + 1 < args.length) {
        against = Optional.of(URI.create(args[++i]));
      } else if (args[i].equals("--workers") && against.isPresent() && i + 1 < args.length) {
        workers = count(args[++i]);
      } else if (args[i].equals("--cache") && i + 1 < args.length) {
        cache = Optional.of(URI.create(args[++i]));
      } else if (args[i].equals("--redis") && cache.isPresent() && i + 1 < args.length) {
        redis = URI.create(args[++i]);
      } else if (args[i].equals("--photo") && i + 1 < args.length) {
        photo = Optional.of(Path.of(args[++i]));
      } else {
        throw new IllegalArgumentException("not understood: " + args[i] + "; " + USAGE);
      }
    }
    return new BenchOptions(effort, memoryOnly, fleet, against, workers, cache, redis, photo);
  }

  private static int count(String text) {
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("--workers is a number from 1 to 999, not " + text);
    }
    return Integer.parseInt(text);
  }
}

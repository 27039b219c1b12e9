package dev.aiupscale.benchmarks;

import dev.aiupscale.benchmarks.fleet.FleetComparison;
import dev.aiupscale.benchmarks.fleet.FleetReport;
import dev.aiupscale.benchmarks.live.CacheSpeed;
import dev.aiupscale.benchmarks.live.CacheSpeedResult;
import dev.aiupscale.benchmarks.live.ModelCheck;
import dev.aiupscale.benchmarks.measure.Bench;
import dev.aiupscale.benchmarks.measure.Effort;
import dev.aiupscale.benchmarks.measure.Engine;
import dev.aiupscale.benchmarks.picture.Photos;
import dev.aiupscale.benchmarks.report.Environment;
import dev.aiupscale.platform.model.ModelDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The command {@code ./bench}: measures, prints the table, writes it as JSON. */
public final class BenchCommand {
  private static final Path MODELS = Path.of(".data/models");
  private static final Path JSON = Path.of("bench-results/bench.json");
  private static final Path FLEET_JSON = Path.of("bench-results/fleet.json");

  /** Forty seconds of them. */
  private static final int CACHE_ROUNDS = 500;

  /** Simulated days are the same with each run. */
  private static final long SEED = 1;

  private BenchCommand() {}

  public static void main(String[] args) throws IOException {
    BenchOptions options;
    Photos photos;
    try {
      options = BenchOptions.parse(args);
      photos = options.photo().isPresent() ? Photos.of(options.photo().get()) : Photos.generated();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    String command = String.join(" ", "./bench", String.join(" ", args)).strip();
    Environment environment = Environment.of(command, Clock.systemUTC());
    if (options.against().isPresent()) {
      ModelCheck check = ModelCheck.against(options.against().get(), options.workers());
      System.out.print(check.text());
      System.exit(check.holds() ? 0 : 1);
      return;
    }
    if (options.cache().isPresent()) {
      int rounds = options.effort() == Effort.FULL ? CACHE_ROUNDS : CACHE_ROUNDS / 5;
      CacheSpeedResult speed =
          new CacheSpeed(options.cache().get(), options.redis()).measure(rounds);
      System.out.print(environment.lines() + "\n" + speed.text());
      return;
    }
    if (options.fleet()) {
      simulate(options.effort() == Effort.FULL);
      return;
    }
    try (Scratch scratch = Scratch.create()) {
      Bench bench = new Bench(new Engine(MODELS, scratch.folder()), photos, options.effort());
      Measurements measurements = new Measurements(bench, System.err::println);
      Report report =
          options.memoryOnly()
              ? measurements.memoryReport(environment)
              : measurements.report(environment);
      System.out.print(report.text());
      report.write(JSON);
      System.out.println("\nThe same as JSON: " + JSON);
    }
  }

  private static void simulate(boolean large) throws IOException {
    FleetComparison comparison = new FleetComparison(ModelDirectory.read(MODELS), SEED);
    FleetReport report = FleetReport.of(comparison, SEED, large, System.err::println);
    System.out.print(report.text());
    report.write(FLEET_JSON);
    System.out.println("\nThe same as JSON: " + FLEET_JSON);
  }
}

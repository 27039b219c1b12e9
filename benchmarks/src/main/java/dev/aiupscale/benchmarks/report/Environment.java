package dev.aiupscale.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Where and when the figures were taken: without it they say nothing.
 *
 * @param threads that the network and this machine's container have
 * @param loadAtStart processes that wanted to run in the minute before; negative when not known.
 *     More than a few tenths mean that the absolute figures are too low
 */
public record Environment(
    String command,
    Instant date,
    String processor,
    int threads,
    double loadAtStart,
    String java,
    String system) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  public static Environment of(String command, Clock clock) {
    return new Environment(
        command,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }

  /** A few lines for the top of the table. */
  public String lines() {
    return """
        command:   %s
        date:      %s
        processor: %s, %d threads, %s
        load:      %.1f at the start (other work on the machine lowers the figures and scatters the ratios)
        java:      %s
        """
        .formatted(command, date, processor, threads, system, loadAtStart, java);
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      // Not Linux: the system's name and architecture must do.
      return "unknown";
    }
  }
}

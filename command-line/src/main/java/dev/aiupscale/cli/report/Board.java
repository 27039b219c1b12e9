package dev.aiupscale.cli.report;

import dev.aiupscale.cli.find.Source;
import dev.aiupscale.cli.server.Prediction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps account of all pictures. Shares are by the pictures' bytes; what was skipped or refused is
 * no work, so that the time left is not told by it.
 */
final class Board {
  private static final double TELLING_SHARE = 0.01;
  private static final Duration TELLING_TIME = Duration.ofSeconds(2);

  private final int files;
  private final Clock clock;
  private final Instant start;
  private final Map<String, InFlight> inFlight = new LinkedHashMap<>();
  private final Map<Outcome.State, Integer> counts = new EnumMap<>(Outcome.State.class);
  private Duration predictedWork = Duration.ZERO;
  private long workBytes;
  private long finishedBytes;

  Board(List<Source> sources, Clock clock) {
    this.files = sources.size();
    this.workBytes = sources.stream().mapToLong(Board::weight).sum();
    this.clock = clock;
    this.start = clock.instant();
  }

  void progressed(InFlight now) {
    inFlight.put(now.source().name(), now);
  }

  void finished(Outcome outcome) {
    inFlight.remove(outcome.source().name());
    counts.merge(outcome.state(), 1, Integer::sum);
    Prediction prediction = outcome.prediction();
    if (prediction != null) {
      predictedWork = predictedWork.plusMillis(Math.round(prediction.workSeconds() * 1000));
    }
    if (outcome.job() == null && prediction == null) {
      workBytes -= weight(outcome.source());
    } else {
      finishedBytes += weight(outcome.source());
    }
  }

  /** In the order in which they were begun. */
  List<InFlight> inFlight() {
    return List.copyOf(inFlight.values());
  }

  Totals totals() {
    double share = share();
    Duration elapsed = Duration.between(start, clock.instant());
    return new Totals(
        files,
        count(Outcome.State.DONE),
        count(Outcome.State.PREDICTED),
        count(Outcome.State.SKIPPED),
        count(Outcome.State.FAILED),
        predictedWork,
        share,
        elapsed,
        left(share, elapsed));
  }

  private double share() {
    double done =
        finishedBytes
            + inFlight.values().stream()
                .mapToDouble(one -> weight(one.source()) * one.ofWhole())
                .sum();
    return workBytes <= 0 ? 1 : Math.min(1, done / workBytes);
  }

  private static Optional<Duration> left(double share, Duration elapsed) {
    return share < TELLING_SHARE || share == 1 || elapsed.compareTo(TELLING_TIME) < 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * (1 - share) / share)));
  }

  private int count(Outcome.State state) {
    return counts.getOrDefault(state, 0);
  }

  private static long weight(Source source) {
    return Math.max(1, source.bytes());
  }
}

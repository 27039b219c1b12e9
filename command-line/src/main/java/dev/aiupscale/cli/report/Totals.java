package dev.aiupscale.cli.report;

import java.time.Duration;
import java.util.Optional;

/**
 * How far all is.
 *
 * @param predictedWork of one worker, for all that were predicted
 * @param share of the work that is done, 0 to 1
 * @param left until all is done; empty while nobody can tell
 */
record Totals(
    int files,
    int done,
    int predicted,
    int skipped,
    int failed,
    Duration predictedWork,
    double share,
    Duration elapsed,
    Optional<Duration> left) {

  int finished() {
    return done + predicted + skipped + failed;
  }
}

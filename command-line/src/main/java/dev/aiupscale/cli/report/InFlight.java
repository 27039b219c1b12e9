package dev.aiupscale.cli.report;

import dev.aiupscale.cli.find.Source;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is being worked on.
 *
 * @param share of the stage that is done, 0 to 1
 * @param etaSeconds until it is done, when the server has said it
 */
record InFlight(Source source, Stage stage, double share, @Nullable Integer etaSeconds) {
  double ofWhole() {
    return stage.ofWhole(share);
  }
}

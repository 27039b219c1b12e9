package dev.aiupscale.cli.report;

import dev.aiupscale.cli.find.Source;
import dev.aiupscale.cli.server.Failure;
import dev.aiupscale.cli.server.Prediction;
import dev.aiupscale.cli.server.RemoteJob;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How it ended with one picture.
 *
 * @param result where the result lies; null when there is none
 * @param job null when the server was not asked
 * @param prediction null unless that was all that was asked for
 * @param failure null when there is a result
 */
public record Outcome(
    Source source,
    State state,
    @Nullable Path result,
    @Nullable RemoteJob job,
    @Nullable Prediction prediction,
    @Nullable Failure failure,
    Duration took) {

  /** What can become of a picture. */
  public enum State {
    DONE,
    PREDICTED,
    SKIPPED,
    FAILED
  }

  public static Outcome done(Source source, Path result, RemoteJob job, Duration took) {
    return new Outcome(source, State.DONE, result, job, null, null, took);
  }

  public static Outcome predicted(Source source, Prediction prediction, Duration took) {
    return new Outcome(source, State.PREDICTED, null, null, prediction, null, took);
  }

  /** For a picture whose result is there already. */
  public static Outcome skipped(Source source, Path result) {
    return new Outcome(source, State.SKIPPED, result, null, null, null, Duration.ZERO);
  }

  public static Outcome failed(
      Source source, @Nullable RemoteJob job, Failure failure, Duration took) {
    return new Outcome(source, State.FAILED, null, job, null, failure, took);
  }
}

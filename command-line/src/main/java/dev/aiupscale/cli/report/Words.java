package dev.aiupscale.cli.report;

import dev.aiupscale.cli.server.Prediction;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.JobState;
import java.time.Duration;
import java.util.Objects;

/** What people read. */
final class Words {
  private Words() {}

  /** A picture's end in one line. */
  static String line(Outcome outcome) {
    String name = shown(outcome.source().file().toString());
    return switch (outcome.state()) {
      case DONE -> name + " → " + shown(String.valueOf(outcome.result())) + size(outcome);
      case PREDICTED -> name + predicted(Objects.requireNonNull(outcome.prediction()));
      case SKIPPED -> name + ": done before";
      case FAILED -> {
        var failure = Objects.requireNonNull(outcome.failure());
        yield name + ": FAILED " + failure.code() + ": " + shown(failure.detail());
      }
    };
  }

  private static String predicted(Prediction prediction) {
    Prediction.Result result = prediction.result();
    String picture = "%d×%d %s".formatted(result.width(), result.height(), result.format().json());
    return prediction.state() == JobState.DONE
        ? ": done at the server, %s of %s".formatted(picture, size(result.bytes()))
        : ": %s of about %s, in about %s"
            .formatted(
                picture,
                size(result.bytes()),
                time(seconds(prediction.waitSeconds() + prediction.workSeconds())));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? "%d kB".formatted(Math.max(1, bytes / 1000))
        : "%.1f MB".formatted(bytes / 1e6);
  }

  private static String size(Outcome outcome) {
    ResultImage image = outcome.job() == null ? null : outcome.job().result();
    return image == null
        ? ""
        : " (%d×%d, %s)".formatted(image.width(), image.height(), time(outcome.took()));
  }

  /** All in one line, at the end. */
  static String summary(Totals totals) {
    String rest = totals.finished() < totals.files() ? " of " + totals.files() : "";
    if (totals.predicted() > 0) {
      return "%d predicted, %d failed%s: about %s of a worker's time"
          .formatted(totals.predicted(), totals.failed(), rest, time(totals.predictedWork()));
    }
    return "%d done, %d skipped, %d failed%s, in %s"
        .formatted(totals.done(), totals.skipped(), totals.failed(), rest, time(totals.elapsed()));
  }

  /** {@code 12/340, 4 %, about 3 min left}. */
  static String standing(Totals totals) {
    return "%d/%d, %d %%%s"
        .formatted(
            totals.finished(),
            totals.files(),
            percent(totals.share()),
            totals.left().map(left -> ", about " + time(left) + " left").orElse(""));
  }

  static int percent(double share) {
    return (int) (share * 100);
  }

  static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 10) {
      return "%.1f s".formatted(time.toMillis() / 1000.0);
    }
    if (seconds < 100) {
      return seconds + " s";
    }
    return seconds < 6000
        ? seconds / 60 + " min"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** A file's name can hold what would steer a terminal; here it cannot. */
  static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
  }
}

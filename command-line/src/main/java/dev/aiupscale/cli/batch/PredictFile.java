package dev.aiupscale.cli.batch;

import dev.aiupscale.cli.find.Source;
import dev.aiupscale.cli.report.Outcome;
import dev.aiupscale.cli.report.Report;
import dev.aiupscale.cli.report.Stage;
import dev.aiupscale.cli.server.AwayException;
import dev.aiupscale.cli.server.Prediction;
import dev.aiupscale.cli.server.RefusalException;
import dev.aiupscale.cli.server.Retry;
import dev.aiupscale.cli.server.UpscaleServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks the server what would come of a picture; nothing is stored, there or here. */
public final class PredictFile implements Way {
  private final UpscaleServer server;
  private final Retry retry;
  private final Asked asked;
  private final Report report;
  private final Clock clock;

  public PredictFile(UpscaleServer server, Retry retry, Asked asked, Report report, Clock clock) {
    this.server = server;
    this.retry = retry;
    this.asked = asked;
    this.report = report;
    this.clock = clock;
  }

  @Override
  public Outcome go(Source source, Instant start)
      throws InterruptedException, RefusalException, AwayException {
    Prediction prediction =
        retry.call(
            () ->
                server.predict(
                    source.file(),
                    asked.fields(),
                    sent ->
                        report.progressed(
                            source,
                            Stage.SENDING,
                            Math.min(1, (double) sent / Math.max(1, source.bytes())),
                            null)),
            reason -> report.notice(source.name() + ": " + reason));
    return Outcome.predicted(source, prediction, Duration.between(start, clock.instant()));
  }
}

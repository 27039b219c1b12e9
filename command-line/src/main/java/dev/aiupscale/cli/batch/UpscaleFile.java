package dev.aiupscale.cli.batch;

import dev.aiupscale.cli.find.Source;
import dev.aiupscale.cli.out.OutFolder;
import dev.aiupscale.cli.out.Stamp;
import dev.aiupscale.cli.report.Outcome;
import dev.aiupscale.cli.report.Report;
import dev.aiupscale.cli.report.Stage;
import dev.aiupscale.cli.server.AwayException;
import dev.aiupscale.cli.server.Failure;
import dev.aiupscale.cli.server.RefusalException;
import dev.aiupscale.cli.server.RemoteJob;
import dev.aiupscale.cli.server.Retry;
import dev.aiupscale.cli.server.SeenJob;
import dev.aiupscale.cli.server.UpscaleServer;
import dev.aiupscale.common.image.ResultImage;
import dev.aiupscale.common.job.JobState;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One picture's way: sent, waited for, saved, noted; or skipped, when all that was done before. */
public final class UpscaleFile implements Way {
  private final UpscaleServer server;
  private final Retry retry;
  private final OutFolder out;
  private final Asked asked;
  private final Report report;
  private final Clock clock;

  public UpscaleFile(
      UpscaleServer server, Retry retry, OutFolder out, Asked asked, Report report, Clock clock) {
    this.server = server;
    this.retry = retry;
    this.out = out;
    this.asked = asked;
    this.report = report;
    this.clock = clock;
  }

  @Override
  public Outcome go(Source source, Instant start)
      throws IOException, InterruptedException, RefusalException, AwayException {
    Stamp stamp = Stamp.of(source.file());
    Optional<Path> before =
        asked.again() ? Optional.empty() : out.find(source, stamp, asked.options());
    if (before.isPresent()) {
      return Outcome.skipped(source, before.get());
    }
    SeenJob seen = submitted(source, stamp);
    Path place = out.place(source, seen.job().format().extension());
    if (out.isForeign(place, source) && !isThere(place, seen.job())) {
      return Outcome.failed(source, seen.job(), occupied(place), since(start));
    }
    SeenJob last = ended(source, seen);
    RemoteJob job = last.job();
    ResultImage result = job.result();
    if (job.state() != JobState.DONE || result == null) {
      return Outcome.failed(source, job, reason(job), since(start));
    }
    if (!isThere(place, job)) {
      save(source, last, result, place);
    }
    out.record(source, stamp, job.imageId(), asked.options(), job.id(), place);
    return Outcome.done(source, place, job, since(start));
  }

  private SeenJob submitted(Source source, Stamp stamp)
      throws InterruptedException, RefusalException, AwayException {
    return retry.call(
        () ->
            server.submit(
                source.file(),
                asked.fields(),
                sent -> tell(source, Stage.SENDING, share(sent, stamp.bytes()))),
        reason -> notice(source, reason));
  }

  private SeenJob ended(Source source, SeenJob first)
      throws InterruptedException, RefusalException, AwayException {
    SeenJob seen = first;
    while (!seen.job().state().isFinal()) {
      RemoteJob job = seen.job();
      Stage stage = job.state() == JobState.QUEUED ? Stage.WAITING : Stage.UPSCALING;
      report.progressed(source, stage, job.progress(), job.etaSeconds());
      SeenJob before = seen;
      seen = retry.call(() -> server.changed(before), reason -> notice(source, reason));
    }
    return seen;
  }

  private void save(Source source, SeenJob done, ResultImage result, Path place)
      throws IOException, InterruptedException, RefusalException, AwayException {
    Path part = out.part();
    try {
      retry.call(
          () -> {
            try (OutputStream file = output(part)) {
              server.download(
                  done,
                  result,
                  file,
                  received -> tell(source, Stage.SAVING, share(received, result.bytes())));
            }
            return part;
          },
          reason -> notice(source, reason));
      out.put(part, place);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** What fails here is no failure of the connection. */
  private static OutputStream output(Path part) {
    try {
      return Files.newOutputStream(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run that was killed may have put the result at its place and not noted it. */
  private boolean isThere(Path place, RemoteJob job) throws IOException {
    ResultImage result = job.result();
    return job.state() == JobState.DONE
        && result != null
        && out.holds(place, result.bytes(), result.sha256());
  }

  private static Failure reason(RemoteJob job) {
    return job.error() != null
        ? job.error()
        : new Failure(job.state().name(), "The job was stopped and erased at the server.");
  }

  private static Failure occupied(Path place) {
    return new Failure(
        "FILE_EXISTS",
        "'" + place + "' is there and is not this picture's earlier result; it is left alone.");
  }

  private void tell(Source source, Stage stage, double share) {
    report.progressed(source, stage, share, null);
  }

  private void notice(Source source, String reason) {
    report.notice(source.name() + ": " + reason);
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }

  private static double share(long part, long whole) {
    return Math.min(1, (double) part / Math.max(1, whole));
  }
}

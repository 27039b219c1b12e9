package dev.aiupscale.cli.batch;

import dev.aiupscale.cli.find.Source;
import dev.aiupscale.cli.report.Outcome;
import dev.aiupscale.cli.server.AwayException;
import dev.aiupscale.cli.server.Failure;
import dev.aiupscale.cli.server.RefusalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One picture's way, to whatever end. */
public final class TryFile {
  private final Way way;
  private final Clock clock;

  public TryFile(Way way, Clock clock) {
    this.way = way;
    this.clock = clock;
  }

  /**
   * @throws HaltException when other pictures need not be tried
   */
  Outcome outcome(Source source) throws InterruptedException, HaltException {
    Instant start = clock.instant();
    try {
      return way.go(source, start);
    } catch (RefusalException e) {
      haltIfCommon(e.failure());
      return Outcome.failed(source, null, e.failure(), since(start));
    } catch (AwayException e) {
      throw new HaltException(String.valueOf(e.getMessage()), ExitCode.SOME_FAILED);
    } catch (IOException | UncheckedIOException e) {
      // An interruption breaks off reading and writing, too.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return Outcome.failed(source, null, ofFile(e), since(start));
    }
  }

  private static void haltIfCommon(Failure failure) throws HaltException {
    switch (failure.code()) {
      case "OPTION_INVALID" -> throw new HaltException(failure.detail(), ExitCode.USAGE);
      case "UNAUTHENTICATED" ->
          throw new HaltException(
              failure.detail() + " Here: --key, or UPSCALE_KEY.", ExitCode.SOME_FAILED);
      case RefusalException.FOREIGN ->
          throw new HaltException(failure.detail(), ExitCode.SOME_FAILED);
      default -> {}
    }
  }

  private static Failure ofFile(Exception e) {
    Throwable reason = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
    String words = reason.getClass().getSimpleName() + ": " + reason.getMessage();
    return new Failure("FILE_FAILED", "A file cannot be read or written: " + words + ".");
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }
}

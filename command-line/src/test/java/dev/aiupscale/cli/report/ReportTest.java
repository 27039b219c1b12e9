package dev.aiupscale.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.cli.find.Source;
import dev.aiupscale.cli.server.Failure;
import dev.aiupscale.cli.server.RemoteJob;
import dev.aiupscale.common.image.ResultFormat;
import dev.aiupscale.common.job.JobState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final HandClock clock = new HandClock();
  private final List<Source> sources =
      List.of(
          source("a.png", 300), source("b.png", 600), source("c.png", 100), source("d.png", 80));
  private final Board board = new Board(sources, clock);

  @Test
  void timeLeftIsToldByTheWorkThatIsDoneAndNotByWhatWasSkippedOrRefused() {
    clock.pass(Duration.ofSeconds(10));
    board.finished(Outcome.skipped(sources.get(2), Path.of("c.jpg")));
    board.finished(failed(sources.get(3)));
    assertThat(board.totals().left()).isEmpty();

    board.finished(Outcome.done(sources.get(0), Path.of("a.jpg"), job(), Duration.ZERO));
    assertThat(board.totals().left()).contains(Duration.ofSeconds(20));

    board.progressed(new InFlight(sources.get(1), Stage.UPSCALING, 0.5, 9));
    assertThat(board.totals().share()).isEqualTo((300 + 600 * 0.5) / 900);
    assertThat(board.totals().left()).contains(Duration.ofSeconds(5));
  }

  @Test
  void noLineOfTheBarsIsWiderThanTheTerminal() {
    Source wide = source("\u732b".repeat(90) + ".png", 5);
    board.progressed(new InFlight(wide, Stage.UPSCALING, 0.3, 12));
    board.progressed(new InFlight(sources.get(0), Stage.SENDING, 1, null));

    new TerminalView(board, out, 24, 50).tick();

    assertThat(text().replace("\r\u001b[J", "").lines())
        .hasSize(3)
        .allSatisfy(
            line -> assertThat(line.codePoints().map(c -> c < 128 ? 1 : 2).sum()).isLessThan(50));
  }

  @Test
  void thereAreNeverMoreBarsThanTheTerminalHasRows() {
    sources.forEach(one -> board.progressed(new InFlight(one, Stage.SENDING, 0, null)));

    new TerminalView(board, out, 4, 80).tick();

    assertThat(text().replace("\r\u001b[J", "").lines()).hasSize(3);
  }

  @Test
  void theBarsAreTakenAwayBeforeALineIsAddedAbove() {
    TerminalView view = new TerminalView(board, out, 24, 80);
    board.progressed(new InFlight(sources.get(0), Stage.SENDING, 0, null));
    view.tick();
    bytes.reset();
    board.finished(failed(sources.get(0)));

    view.finished(failed(sources.get(0)));

    assertThat(text()).startsWith("\u001b[A\u001b[A\r\u001b[Ja.png: FAILED IMAGE_CORRUPT: Torn.");
  }

  @Test
  void aNameCannotSteerTheTerminal() {
    assertThat(Words.line(failed(source("a\u001b[2J\n\u202eb.png", 1))))
        .startsWith("a?[2J??b.png: FAILED");
  }

  @Test
  void linesTellNowAndThenThatItGoesOn() {
    LineView view = new LineView(board, out, clock);
    clock.pass(Duration.ofSeconds(29));
    view.tick();
    assertThat(text()).isEmpty();

    clock.pass(Duration.ofSeconds(1));
    view.tick();
    assertThat(text()).startsWith("[0/4, 0 %");
  }

  @Test
  void quietTellsOfFailuresAlone() {
    try (Report report = new Report(sources, out, Style.of(true, 24, 80), null, clock)) {
      report.notice("A notice.");
      report.finished(Outcome.skipped(sources.get(1), Path.of("b.jpg")));
      report.finished(failed(sources.get(0)));
    }

    assertThat(text().strip()).isEqualTo("a.png: FAILED IMAGE_CORRUPT: Torn.");
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Source source(String name, long bytes) {
    return new Source(Path.of(name), name, name, bytes);
  }

  private static RemoteJob job() {
    String id = "0".repeat(64);
    return new RemoteJob(
        id, id, JobState.DONE, "esrgan-slim", 2, ResultFormat.PNG, 1, null, null, null, null);
  }

  private static Outcome failed(Source source) {
    return Outcome.failed(source, null, new Failure("IMAGE_CORRUPT", "Torn."), Duration.ZERO);
  }

  /** A clock that stands until it is told otherwise. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.EPOCH;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

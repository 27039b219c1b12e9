package dev.aiupscale.cli.report;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** For logs and pipes: a line a picture, and one now and then while nothing ends. */
final class LineView implements View {
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final Board board;
  private final PrintStream out;
  private final Clock clock;
  private Instant last;

  LineView(Board board, PrintStream out, Clock clock) {
    this.board = board;
    this.out = out;
    this.clock = clock;
    this.last = clock.instant();
  }

  @Override
  public void finished(Outcome outcome) {
    print("[" + Words.standing(board.totals()) + "] " + Words.line(outcome));
  }

  @Override
  public void notice(String sentence) {
    print(Words.shown(sentence));
  }

  @Override
  public void tick() {
    if (Duration.between(last, clock.instant()).compareTo(SILENCE) >= 0) {
      print("[" + Words.standing(board.totals()) + "]");
    }
  }

  @Override
  public void ended() {
    print(Words.summary(board.totals()));
  }

  private void print(String line) {
    out.println(line);
    last = clock.instant();
  }
}

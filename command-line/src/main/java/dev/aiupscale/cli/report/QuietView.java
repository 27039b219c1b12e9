package dev.aiupscale.cli.report;

import java.io.PrintStream;

/** Tells of failures alone. */
final class QuietView implements View {
  private final PrintStream out;

  QuietView(PrintStream out) {
    this.out = out;
  }

  @Override
  public void finished(Outcome outcome) {
    if (outcome.state() == Outcome.State.FAILED) {
      out.println(Words.line(outcome));
    }
  }

  @Override
  public void notice(String sentence) {}

  @Override
  public void tick() {}

  @Override
  public void ended() {}
}

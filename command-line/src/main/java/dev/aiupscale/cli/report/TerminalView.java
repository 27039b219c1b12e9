package dev.aiupscale.cli.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** For people at a terminal: a bar a picture in flight and one in total, below what has ended. */
final class TerminalView implements View {
  private static final int BAR = 20;
  private static final String LINE_UP = "\u001b[A";
  private static final String CLEAR_BELOW = "\r\u001b[J";

  private final Board board;
  private final PrintStream out;
  private final int rows;
  private final int columns;
  private int drawn;

  /**
   * @param rows the terminal's height; what is higher could not be taken away again
   * @param columns the terminal's width; no line may be wider, since it would take two
   */
  TerminalView(Board board, PrintStream out, int rows, int columns) {
    this.board = board;
    this.out = out;
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  public void finished(Outcome outcome) {
    above(Words.line(outcome));
  }

  @Override
  public void notice(String sentence) {
    above(Words.shown(sentence));
  }

  @Override
  public void tick() {
    out.print(cleared() + bars());
    out.flush();
  }

  @Override
  public void ended() {
    out.println(cleared() + Words.summary(board.totals()));
    out.flush();
  }

  private void above(String line) {
    out.print(cleared() + line + System.lineSeparator() + bars());
    out.flush();
  }

  /** What takes the bars away. */
  private String cleared() {
    String cleared = LINE_UP.repeat(drawn) + CLEAR_BELOW;
    drawn = 0;
    return cleared;
  }

  private String bars() {
    List<String> lines = new ArrayList<>();
    board.inFlight().stream()
        .limit(Math.max(0, rows - 2))
        .forEach(one -> lines.add(bar(one.share()) + " " + words(one)));
    Totals totals = board.totals();
    lines.add(bar(totals.share()) + " " + Words.standing(totals));
    drawn = lines.size();
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(fitted(line)).append(System.lineSeparator()));
    return all.toString();
  }

  private static String words(InFlight one) {
    String eta = one.etaSeconds() == null ? "" : ", about %d s left".formatted(one.etaSeconds());
    return "%3d %% %s%s: %s"
        .formatted(
            Words.percent(one.share()), one.stage().words(), eta, Words.shown(one.source().name()));
  }

  private static String bar(double share) {
    int full = (int) Math.round(share * BAR);
    return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
  }

  /** Counts two columns for all that is not ASCII, so that a line is never too wide. */
  private String fitted(String line) {
    int width = 0;
    for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
      width += line.codePointAt(i) < 128 ? 1 : 2;
      if (width >= columns) {
        return line.substring(0, i);
      }
    }
    return line;
  }
}

package dev.aiupscale.cli.report;

import dev.aiupscale.cli.find.Source;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells how it goes: to people on one stream, to programs on another. Safe for many threads. */
public final class Report implements AutoCloseable {
  private static final int TICK_MILLIS = 200;

  private final Board board;
  private final List<View> views = new ArrayList<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });
  private boolean ended;

  /**
   * @param people where people read
   * @param style how they do
   * @param programs where programs read one JSON object a picture; null when none does
   */
  public Report(
      List<Source> sources,
      PrintStream people,
      Style style,
      @Nullable PrintStream programs,
      Clock clock) {
    this.board = new Board(sources, clock);
    views.add(
        switch (style.kind()) {
          case QUIET -> new QuietView(people);
          case LINES -> new LineView(board, people, clock);
          case BARS -> new TerminalView(board, people, style.rows(), style.columns());
        });
    if (programs != null) {
      views.add(new JsonView(programs));
    }
    ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * @param share of the stage that is done, 0 to 1
   * @param etaSeconds until the picture is done, when the server has said it
   */
  public synchronized void progressed(
      Source source, Stage stage, double share, @Nullable Integer etaSeconds) {
    board.progressed(new InFlight(source, stage, share, etaSeconds));
  }

  public synchronized void finished(Outcome outcome) {
    if (!ended) {
      board.finished(outcome);
      views.forEach(view -> view.finished(outcome));
    }
  }

  public synchronized void notice(String sentence) {
    if (!ended) {
      views.forEach(view -> view.notice(sentence));
    }
  }

  public synchronized boolean anyFailed() {
    return board.totals().failed() > 0;
  }

  private synchronized void tick() {
    if (!ended) {
      views.forEach(View::tick);
    }
  }

  /** Says how it ended; after that nothing is said any more. */
  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    if (!ended) {
      ended = true;
      views.forEach(View::ended);
    }
  }
}

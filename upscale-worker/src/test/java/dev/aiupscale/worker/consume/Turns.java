package dev.aiupscale.worker.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lets processes, each a thread, go on one call at a time in an order that a seed decides, and
 * kills some between two calls. The clock goes on with each, mostly a little, sometimes far. A
 * process that nobody stopped makes its next call before the others have made {@link #PATIENCE}
 * together.
 */
final class Turns {
  private static final int PATIENCE = 12;

  private final Random random;
  private final HandClock clock;
  private final List<Actor> actors = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private final ThreadLocal<@Nullable Actor> self = new ThreadLocal<>();

  /** Released by the one process that runs, when it waits again or is over. */
  private final Semaphore handedBack = new Semaphore(0);

  private boolean crashes = true;
  private int started;
  private long step;
  private @Nullable Throwable failure;

  Turns(Random random, HandClock clock) {
    this.random = random;
    this.clock = clock;
  }

  /** What a process that is killed sees of it: nothing that it could catch. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  /** One process. */
  private static final class Actor {
    private final String name;
    private final double risk;
    private final Runnable afterwards;
    private final Semaphore turn = new Semaphore(0);
    private boolean over;
    private boolean kill;
    private long waitsSince;
    private long stoppedUntil;

    private Actor(String name, double risk, Runnable afterwards) {
      this.name = name;
      this.risk = risk;
      this.afterwards = afterwards;
    }
  }

  /**
   * @param risk chance to be killed at each call
   * @param afterwards run when the process has ended, however it did
   */
  void start(String name, Runnable work, double risk, Runnable afterwards) {
    Actor actor = new Actor(name + " " + started++, risk, afterwards);
    actors.add(actor);
    Thread thread = new Thread(() -> run(actor, work), actor.name);
    thread.setDaemon(true);
    thread.start();
    handedBack.acquireUninterruptibly();
  }

  private void run(Actor actor, Runnable work) {
    self.set(actor);
    try {
      work.run();
    } catch (Killed e) {
      // as a process that is killed: without a word
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      actor.over = true;
      handedBack.release();
    }
  }

  /**
   * Waits for this thread's turn; passes at once what is no process of this game.
   *
   * @param call what the process is about to do
   */
  long take(String call) {
    @Nullable Actor actor = self.get();
    if (actor != null) {
      actor.waitsSince = step;
      handedBack.release();
      actor.turn.acquireUninterruptibly();
      trace.add(step + " " + actor.name + (actor.kill ? " dies before " : " ") + call);
      if (actor.kill) {
        throw new Killed();
      }
    }
    return step;
  }

  /** Stops this thread's process for {@code steps} calls of the others, as SIGSTOP does. */
  void stop(int steps) {
    @Nullable Actor actor = self.get();
    if (actor != null) {
      actor.stoppedUntil = step + steps;
    }
  }

  /** Every call so far that mentions {@code text}, in order. */
  String trace(String text) {
    return String.join("\n", trace.stream().filter(call -> call.contains(text)).toList());
  }

  void noMoreCrashes() {
    crashes = false;
  }

  /** Lets one process go on with one call, and waits until it is about to make the next. */
  void next() {
    List<Actor> ready = actors.stream().filter(actor -> actor.stoppedUntil <= step).toList();
    if (!ready.isEmpty()) {
      Actor chosen =
          ready.stream()
              .filter(actor -> step - Math.max(actor.waitsSince, actor.stoppedUntil) > PATIENCE)
              .findFirst()
              .orElseGet(() -> ready.get(random.nextInt(ready.size())));
      chosen.kill = crashes && random.nextDouble() < chosen.risk;
      chosen.turn.release();
      handedBack.acquireUninterruptibly();
      if (chosen.over) {
        actors.remove(chosen);
        chosen.afterwards.run();
      }
    }
    if (failure != null) {
      throw new AssertionError(failure);
    }
    step++;
    clock.pass(Duration.ofMillis(random.nextInt(50) == 0 ? 20_000 : random.nextInt(200)));
  }
}

package dev.aiupscale.benchmarks.fleet;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Simulated time: runs events in the order of their times, those of one time as planned. */
final class Timeline {
  private record Event(double at, long number, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::at).thenComparingLong(Event::number));
  private double now;
  private long planned;

  /** Seconds since the start. */
  double now() {
    return now;
  }

  void after(double seconds, Runnable action) {
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("an event " + seconds + " seconds from now");
    }
    events.add(new Event(now + seconds, planned++, action));
  }

  /** Runs what happens before {@code end}, and stands there then. */
  void runUntil(double end) {
    while (!events.isEmpty() && events.peek().at() < end) {
      Event next = events.remove();
      now = next.at();
      next.action().run();
    }
    now = end;
  }
}

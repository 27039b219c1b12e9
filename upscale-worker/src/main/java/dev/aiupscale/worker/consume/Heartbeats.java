package dev.aiupscale.worker.consume;

import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.worker.WorkerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Starts the heartbeats of messages, with a thread for each that may be in hand: one whose call
 * hangs delays no other.
 */
@ApplicationScoped
public class Heartbeats {
  private final JobQueue queue;
  private final WorkerConfig.QueueConfig config;
  private final AwakeClock clock;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(Pipeline.MOST_JOBS, Heartbeats::daemon);

  public Heartbeats(JobQueue queue, WorkerConfig config, AwakeClock clock) {
    this.queue = queue;
    this.config = config.queue();
    this.clock = clock;
  }

  /** Begins with the receipt: until the work does, calls may hang as well. */
  Heartbeat start(ReceivedMessage message) {
    return new Heartbeat(
        queue, message, config.visibilityTimeout(), config.stallTimeout(), clock, timer);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "heartbeat");
    thread.setDaemon(true);
    return thread;
  }
}

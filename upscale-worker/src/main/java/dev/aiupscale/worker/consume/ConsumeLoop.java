package dev.aiupscale.worker.consume;

import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.load.LaneOrder;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.Lane;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.worker.WorkerConfig;
import dev.aiupscale.worker.drain.Drain;
import dev.aiupscale.worker.drain.DrainBegun;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes one message after the other, as soon as the pipeline has room, until the worker is to go.
 */
@ApplicationScoped
public class ConsumeLoop {
  private static final Logger LOG = Logger.getLogger(ConsumeLoop.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** A look without waiting asks only some of SQS' servers, and may miss what is there. */
  private static final Duration FULL_LOOK = Duration.ofSeconds(1);

  private static final Duration HAND_BACK_TIME = Duration.ofSeconds(10);

  private final JobQueue queue;
  private final HandleMessage handler;
  private final JobsInHand jobs;
  private final Drain drain;
  private final WorkerConfig.QueueConfig config;
  private final Path workDir;
  private final Pipeline pipeline = new Pipeline();
  private final LaneOrder order = new LaneOrder();
  private final Thread thread = new Thread(this::run, "consume");
  private final Thread seeingOut = new Thread(this::seeOut, "drain");

  public ConsumeLoop(
      JobQueue queue,
      HandleMessage handler,
      JobsInHand jobs,
      Drain drain,
      WorkerConfig config,
      PlatformConfig platform) {
    this.queue = queue;
    this.handler = handler;
    this.jobs = jobs;
    this.drain = drain;
    this.config = config.queue();
    this.workDir = platform.workDir();
    // What hangs must not keep the process.
    thread.setDaemon(true);
  }

  /** Last of all, when the rest has shown that it can start. */
  void start(@Observes @Priority(ObserverMethod.DEFAULT_PRIORITY + 1000) StartupEvent event)
      throws IOException {
    ScratchFiles.erase(workDir);
    if (config.enabled()) {
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    drain.begin("told to stop");
    awaitDrained();
  }

  /** Waits, once the worker drains, until nothing is in hand any more. */
  void awaitDrained() throws InterruptedException {
    seeingOut.join();
  }

  void drain(@Observes DrainBegun event) {
    seeingOut.start();
  }

  /** Whether messages are being taken. */
  public boolean isRunning() {
    return thread.isAlive() && !drain.isOn();
  }

  /** Lets what is held be finished if that fits in the time left, else hands it back at once. */
  private void seeOut() {
    try {
      Duration patience = HAND_BACK_TIME;
      while (isWorking() && !patience.isNegative()) {
        boolean handedBack = jobs.handBackUnlessDoneWithin(drain.left());
        if (pipeline.awaitIdle(LOOK_EVERY)) {
          thread.join(LOOK_EVERY.toMillis());
        }
        patience = handedBack ? patience.minus(LOOK_EVERY) : patience;
      }
      jobs.handBackNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a message is in hand or may still come. */
  private boolean isWorking() throws InterruptedException {
    return thread.isAlive() || !pipeline.awaitIdle(Duration.ZERO);
  }

  private void run() {
    while (!drain.isOn()) {
      try {
        pipeline.awaitRoom();
        if (!drain.isOn()) {
          receive().ifPresent(this::beginOrReturn);
        }
      } catch (InterruptedException e) {
        drain.begin("interrupted");
      } catch (RuntimeException e) {
        LOG.errorf("going on in %s: %s", config.outagePause(), e.getMessage());
        LOG.debug("cause", e);
        pause();
      }
    }
  }

  /** From the lanes in turn; when both are empty, the front lane is waited at. */
  private Optional<ReceivedMessage> receive() {
    for (Lane lane : order.next()) {
      Duration look = lane == Lane.FRONT ? Duration.ZERO : FULL_LOOK;
      Optional<ReceivedMessage> message = queue.receive(lane, look, config.visibilityTimeout());
      if (message.isPresent()) {
        order.took();
        return message;
      }
    }
    return queue.receive(Lane.FRONT, config.pollWait(), config.visibilityTimeout());
  }

  private void beginOrReturn(ReceivedMessage message) {
    if (drain.isOn()) {
      queue.putBack(message, Duration.ZERO);
    } else {
      pipeline.begin(networkDone -> handler.handle(message, networkDone));
    }
  }

  private void pause() {
    try {
      Thread.sleep(config.outagePause().toMillis());
    } catch (InterruptedException e) {
      drain.begin("interrupted");
    }
  }
}

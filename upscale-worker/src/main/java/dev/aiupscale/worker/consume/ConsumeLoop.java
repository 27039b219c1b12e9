package dev.aiupscale.worker.consume;

import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.queue.JobQueue;
import dev.aiupscale.platform.queue.ReceivedMessage;
import dev.aiupscale.worker.WorkerConfig;
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

/** Takes one message after the other, until the process is told to stop. */
@ApplicationScoped
public class ConsumeLoop {
  private static final Logger LOG = Logger.getLogger(ConsumeLoop.class);
  private static final Duration HAND_BACK_TIME = Duration.ofSeconds(10);

  private final JobQueue queue;
  private final HandleMessage handler;
  private final WorkerConfig.QueueConfig config;
  private final Path workDir;
  private final Thread thread = new Thread(this::run, "consume");
  private volatile boolean stopping;

  public ConsumeLoop(
      JobQueue queue, HandleMessage handler, WorkerConfig config, PlatformConfig platform) {
    this.queue = queue;
    this.handler = handler;
    this.config = config.queue();
    this.workDir = platform.workDir();
  }

  /** Last of all, when the rest has shown that it can start. */
  void start(@Observes @Priority(ObserverMethod.DEFAULT_PRIORITY + 1000) StartupEvent event)
      throws IOException {
    ScratchFiles.erase(workDir);
    if (config.enabled()) {
      thread.start();
    }
  }

  /** Takes no more, goes on with what is held for the grace time, then hands it back. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    thread.join(config.graceTime().toMillis());
    if (thread.isAlive()) {
      handler.handBack();
      thread.join(HAND_BACK_TIME.toMillis());
    }
  }

  /** Whether messages are being taken. */
  public boolean isRunning() {
    return thread.isAlive() && !stopping;
  }

  private void run() {
    while (!stopping) {
      try {
        Optional<ReceivedMessage> message =
            queue.receive(config.pollWait(), config.visibilityTimeout());
        message.ifPresent(this::handleOrReturn);
      } catch (RuntimeException e) {
        LOG.errorf("going on in %s: %s", config.outagePause(), e.getMessage());
        LOG.debug("cause", e);
        pause();
      }
    }
  }

  private void handleOrReturn(ReceivedMessage message) {
    if (stopping) {
      queue.changeVisibility(message, Duration.ZERO);
    } else {
      handler.handle(message);
    }
  }

  private void pause() {
    try {
      Thread.sleep(config.outagePause().toMillis());
    } catch (InterruptedException e) {
      stopping = true;
    }
  }
}

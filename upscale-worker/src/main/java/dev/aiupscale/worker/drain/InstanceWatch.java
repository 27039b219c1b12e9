package dev.aiupscale.worker.drain;

import dev.aiupscale.worker.WorkerConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Begins the drain when EC2 says that this machine is to go. */
@ApplicationScoped
public class InstanceWatch {
  private static final Logger LOG = Logger.getLogger(InstanceWatch.class);

  private final Optional<InstanceMetadata> metadata;
  private final Drain drain;

  public InstanceWatch(WorkerConfig config, Drain drain) {
    this.metadata = config.drain().metadataEndpoint().map(InstanceMetadata::new);
    this.drain = drain;
  }

  @Scheduled(
      every = "${worker.drain.ask-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void ask() {
    if (metadata.isEmpty() || drain.isOn()) {
      return;
    }
    try {
      metadata.get().notice().ifPresent(drain::begin);
    } catch (IOException e) {
      LOG.warnf("the metadata service was not heard: %s", e.getMessage());
    }
  }
}

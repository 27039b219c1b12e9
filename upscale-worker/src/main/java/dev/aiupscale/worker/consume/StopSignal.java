package dev.aiupscale.worker.consume;

import dev.aiupscale.worker.drain.Drain;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import sun.misc.Signal;

/**
 * Drains before the JVM begins to shut down: ONNX Runtime frees its environment in a shutdown hook,
 * and whatever network still runs then crashes the process.
 */
@ApplicationScoped
public class StopSignal {
  private static final List<String> NAMES = List.of("TERM", "INT");

  private final Drain drain;
  private final ConsumeLoop consume;

  public StopSignal(Drain drain, ConsumeLoop consume) {
    this.drain = drain;
    this.consume = consume;
  }

  void listen(@Observes StartupEvent event) {
    NAMES.forEach(name -> Signal.handle(new Signal(name), this::stop));
  }

  private void stop(Signal signal) {
    drain.begin("told to stop by SIG" + signal.getName());
    try {
      consume.awaitDrained();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Quarkus.asyncExit();
  }
}

package dev.aiupscale.worker.consume;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while messages are taken. */
@Readiness
@ApplicationScoped
public class ConsumerReady implements HealthCheck {
  private final ConsumeLoop loop;

  public ConsumerReady(ConsumeLoop loop) {
    this.loop = loop;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("consumer").status(loop.isRunning()).build();
  }
}

package dev.aiupscale.api.load;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** Shows how much work waits, as this process sees it. */
@Singleton
public class LoadGauges implements MeterBinder {
  private final PresentLoad load;

  public LoadGauges(PresentLoad load) {
    this.load = load;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    gauge("upscale.queue.jobs", Load::frontJobs).tag("lane", "front").register(meters);
    gauge("upscale.queue.jobs", Load::bulkJobs).tag("lane", "bulk").register(meters);
    gauge("upscale.queue.predicted.wait", Load::waitSeconds).baseUnit("seconds").register(meters);
    gauge("upscale.workers.living", now -> now.workers().size()).register(meters);
  }

  private Gauge.Builder<PresentLoad> gauge(String name, ToDoubleFunction<Load> figure) {
    return Gauge.builder(name, load, present -> figure.applyAsDouble(present.now()));
  }
}

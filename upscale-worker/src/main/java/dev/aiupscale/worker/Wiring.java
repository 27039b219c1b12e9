package dev.aiupscale.worker;

import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.worker.onnx.ExecutionProvider;
import dev.aiupscale.worker.onnx.OnnxConfig;
import dev.aiupscale.worker.onnx.OnnxEngines;
import dev.aiupscale.worker.upscale.TileEngines;
import dev.aiupscale.worker.upscale.Upscaler;
import dev.aiupscale.worker.upscale.UpscalerConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/** Wires plain classes to the configuration. */
class Wiring {
  @Produces
  @Singleton
  @Startup
  OnnxEngines engines(PlatformConfig platform, WorkerConfig config) {
    ExecutionProvider provider = config.executionProvider();
    return new OnnxEngines(
        platform.modelsDir(),
        new OnnxConfig(
            provider,
            config.device(),
            config.intraOpThreads().orElse(Runtime.getRuntime().availableProcessors()),
            config.spinning(),
            config.arena(),
            config.sessions(),
            config.halfPrecision().orElse(provider.prefersHalfPrecision()),
            config.batch().orElse(provider.largestBatch())));
  }

  void close(@Disposes OnnxEngines engines) {
    engines.close();
  }

  @Produces
  @Singleton
  Upscaler upscaler(TileEngines engines) {
    return new Upscaler(engines, UpscalerConfig.defaults());
  }

  @Produces
  @Singleton
  RandomGenerator random() {
    return RandomGenerator.getDefault();
  }
}

package dev.aiupscale.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiupscale.api.callback.CallbackRules;
import dev.aiupscale.api.image.ImageLimits;
import dev.aiupscale.api.image.ImageNormaliser;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.platform.PlatformConfig;
import dev.aiupscale.platform.aws.AwsIdentity;
import dev.aiupscale.platform.aws.CloudWatchMetrics;
import dev.aiupscale.platform.aws.S3Links;
import dev.aiupscale.platform.scaling.LoadMetrics;
import dev.aiupscale.platform.storage.ObjectLinks;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Wires plain classes to the configuration. */
class Wiring {
  @Produces
  @Singleton
  ImageNormaliser normaliser(ApiConfig config) {
    return new ImageNormaliser(
        new ImageLimits(config.limits().maxBytes(), config.limits().maxPixels()));
  }

  @Produces
  @Singleton
  Optional<LoadMetrics> metrics(ApiConfig config, PlatformConfig platform, AwsIdentity identity) {
    ApiConfig.MetricsConfig metrics = config.metrics();
    return metrics
        .namespace()
        .map(
            namespace ->
                new CloudWatchMetrics(metrics.endpoint(), identity, namespace, platform.queue()));
  }

  @Produces
  @Singleton
  Optional<ObjectLinks> links(ApiConfig config, PlatformConfig platform, AwsIdentity identity) {
    return config
        .direct()
        .endpoint()
        .map(endpoint -> new S3Links(endpoint, identity, platform.bucket()));
  }

  @Produces
  @Singleton
  @Startup
  CallbackRules callbacks(ApiConfig config) {
    return new CallbackRules(config.callbacks());
  }

  @Produces
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  /** HTTP answers are written with the product's one JSON configuration. */
  @Singleton
  static final class JsonSettings implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
      Json.configure(mapper);
    }
  }
}

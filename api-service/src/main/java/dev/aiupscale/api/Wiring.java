package dev.aiupscale.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiupscale.api.image.ImageLimits;
import dev.aiupscale.api.image.ImageNormaliser;
import dev.aiupscale.common.json.Json;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Wires plain classes to the configuration. */
class Wiring {
  @Produces
  @Singleton
  ImageNormaliser normaliser(ApiConfig config) {
    return new ImageNormaliser(
        new ImageLimits(config.limits().maxBytes(), config.limits().maxPixels()));
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

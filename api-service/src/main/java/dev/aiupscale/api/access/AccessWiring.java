package dev.aiupscale.api.access;

import dev.aiupscale.api.ApiConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the keys, where there are some. */
class AccessWiring {
  @Produces
  @Singleton
  Optional<ApiKeys> keys(ApiConfig config) {
    ApiConfig.KeysConfig keys = config.keys();
    if (keys.file().isPresent() && keys.text().isPresent()) {
      throw new IllegalArgumentException("api.keys.file and api.keys.text are both set");
    }
    ApiKeys.Defaults defaults =
        new ApiKeys.Defaults(config.limits().uploadsPerMinute(), Asking.DEFAULT_SHARE);
    return keys.text()
        .or(() -> keys.file().map(AccessWiring::read))
        .map(text -> ApiKeys.parse(text, defaults));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("api.keys.file cannot be read: " + file, e);
    }
  }
}

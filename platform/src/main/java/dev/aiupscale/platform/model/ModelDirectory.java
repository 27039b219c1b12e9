package dev.aiupscale.platform.model;

import dev.aiupscale.common.json.Json;
import dev.aiupscale.common.model.ModelCatalogue;
import dev.aiupscale.common.model.ModelDescriptor;
import dev.aiupscale.platform.PlatformConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the descriptors that lie in the models directory. */
public final class ModelDirectory {
  private ModelDirectory() {}

  /**
   * @throws IllegalStateException naming the directory or the file that is wrong
   */
  public static ModelCatalogue read(Path directory) {
    List<ModelDescriptor> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        found.add(descriptor(file));
      }
    } catch (IOException e) {
      throw new IllegalStateException("upscale.models-dir: cannot read " + directory, e);
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("upscale.models-dir: no model in " + directory);
    }
    return new ModelCatalogue(found);
  }

  private static ModelDescriptor descriptor(Path file) {
    try {
      return Json.read(Files.readAllBytes(file), ModelDescriptor.class);
    } catch (IOException e) {
      throw new UncheckedIOException("not a model descriptor: " + file, e);
    }
  }

  /** Gives the catalogue to whoever asks for it. */
  static final class Producer {
    @Produces
    @Singleton
    ModelCatalogue catalogue(PlatformConfig config) {
      return read(config.modelsDir());
    }
  }
}

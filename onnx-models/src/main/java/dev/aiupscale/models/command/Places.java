package dev.aiupscale.models.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where models are, and the packages that they are made from. */
final class Places {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = ".data/models",
      description = "The services' models (${DEFAULT-VALUE}).")
  private Path directory = Path.of(".data", "models");

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Where published packages are kept (packages, in the models' directory).")
  private @Nullable Path cache;

  Path directory() {
    return directory;
  }

  Path cache() {
    return cache == null ? directory.resolve("packages") : cache;
  }
}

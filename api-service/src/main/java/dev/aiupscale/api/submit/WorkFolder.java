package dev.aiupscale.api.submit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder that lives as long as one request. */
record WorkFolder(Path path) implements AutoCloseable {
  static WorkFolder create(Path parent) {
    try {
      return new WorkFolder(Files.createTempDirectory(Files.createDirectories(parent), "upload-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.aiupscale.worker.consume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the two files of one attempt. */
record ScratchFiles(Path folder) implements AutoCloseable {
  static ScratchFiles create(Path parent) throws IOException {
    return new ScratchFiles(Files.createTempDirectory(Files.createDirectories(parent), "job-"));
  }

  Path source() {
    return folder.resolve("source");
  }

  Path target() {
    return folder.resolve("result");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(source());
    Files.deleteIfExists(target());
    Files.deleteIfExists(folder);
  }
}

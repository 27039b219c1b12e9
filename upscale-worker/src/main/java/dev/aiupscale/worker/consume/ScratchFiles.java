package dev.aiupscale.worker.consume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder for the files of one attempt. */
record ScratchFiles(Path folder) implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("job-(\\d+)-.*");

  static ScratchFiles create(Path parent) throws IOException {
    String prefix = "job-" + ProcessHandle.current().pid() + "-";
    return new ScratchFiles(Files.createTempDirectory(Files.createDirectories(parent), prefix));
  }

  /** Erases what processes that were killed have left; called before this one has made any. */
  static void erase(Path parent) throws IOException {
    try (Stream<Path> folders = Files.list(Files.createDirectories(parent))) {
      for (Path folder : folders.filter(ScratchFiles::isLeftBehind).toList()) {
        new ScratchFiles(folder).close();
      }
    }
  }

  private static boolean isLeftBehind(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    if (!name.matches()) {
      return false;
    }
    long owner = Long.parseLong(name.group(1));
    return owner == ProcessHandle.current().pid() || ProcessHandle.of(owner).isEmpty();
  }

  Path source() {
    return folder.resolve("source");
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}

package dev.aiupscale.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory of one stack: locked against a second one, or temporary and erased at the end. */
final class Directory implements AutoCloseable {
  private final Path root;
  private final @Nullable FileChannel lock;

  private Directory(Path root, @Nullable FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  static Directory open(@Nullable Path dataDir) {
    try {
      Directory directory =
          dataDir == null
              ? new Directory(Files.createTempDirectory("local-stack"), null)
              : new Directory(dataDir, lock(Files.createDirectories(dataDir)));
      Files.createDirectories(directory.redis());
      return directory;
    } catch (IOException e) {
      throw new PartNotStartedException("The data directory cannot be used: " + e, e);
    }
  }

  Path redis() {
    return root.resolve("redis");
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Two stacks over one directory would each take the other's Redis for an orphan. */
  private static FileChannel lock(Path dataDir) throws IOException {
    FileChannel channel =
        FileChannel.open(
            dataDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Another stack of this very process has it.
    }
    channel.close();
    throw new PartNotStartedException(
        "Another local stack is running over the data directory " + dataDir, null);
  }
}

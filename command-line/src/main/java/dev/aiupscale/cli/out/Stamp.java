package dev.aiupscale.cli.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What tells at a glance that a file is unchanged.
 *
 * @param file absolute path
 * @param bytes its size
 * @param modified in milliseconds since 1970
 */
public record Stamp(String file, long bytes, long modified) {
  public static Stamp of(Path file) throws IOException {
    return new Stamp(
        file.toAbsolutePath().normalize().toString(),
        Files.size(file),
        Files.getLastModifiedTime(file).toMillis());
  }

  boolean isOf(DoneEntry entry) {
    return file.equals(entry.file()) && bytes == entry.bytes() && modified == entry.modified();
  }
}

package dev.aiupscale.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Erases what a kill left of objects that were being written. The file system store writes an
 * object to {@code {key}-{UUID}} and gives it its name last; what still has the other name at the
 * start was promised to nobody, and would make every listing fail.
 */
final class HalfWritten {
  private static final Pattern NAME =
      Pattern.compile(".+-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private HalfWritten() {}

  /** Before anybody writes under {@code root}. */
  static void erase(Path root) throws IOException {
    for (Path file : find(root)) {
      Files.deleteIfExists(file);
    }
  }

  private static List<Path> find(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .toList();
    }
  }
}

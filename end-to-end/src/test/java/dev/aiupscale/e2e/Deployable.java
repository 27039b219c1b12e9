package dev.aiupscale.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One deployable in a process of its own. */
public final class Deployable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;
  private final int port;
  private final Path log;

  private Deployable(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  public static Deployable start(
      String name, Path jar, String heap, int port, Map<String, String> settings, Path logs) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException("not built: " + jar + " (mvn package, or ./test)");
    }
    Path log = logs.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(java(), heap, "-jar", jar.toString())))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(settings);
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    try {
      return new Deployable(builder.start(), port, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void awaitReady() {
    Eventually.is(
        PATIENCE,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("it ended at its start; see " + log);
          }
          return isReady();
        });
  }

  /** Ends the process at once, with no chance to tidy up. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Asks the process to end, as an orchestrator does. */
  public void stop() {
    process.destroy();
    process.onExit().join();
  }

  /** Ends at once what the process has started. */
  public void killChildren() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /** Stops the process where it stands. */
  public void halt() {
    signal("STOP", process.toHandle());
  }

  /** Lets a halted process go on. */
  public void goOn() {
    signal("CONT", process.toHandle());
  }

  /** Stops what the process has started where it stands, for {@code time}. */
  public void pauseChildren(Duration time) {
    List<ProcessHandle> children = process.descendants().toList();
    children.forEach(child -> signal("STOP", child));
    LockSupport.parkNanos(time.toNanos());
    children.forEach(child -> signal("CONT", child));
  }

  private static void signal(String name, ProcessHandle to) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(to.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

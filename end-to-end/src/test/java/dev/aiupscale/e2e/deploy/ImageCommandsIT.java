package dev.aiupscale.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.e2e.Eventually;
import dev.aiupscale.e2e.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The images' own commands, in a plain shell in the place of a container: start, health check, the
 * class archive, a root that cannot be written, another user than root, an orderly end.
 */
class ImageCommandsIT {
  private static final Path CONTEXT =
      Path.of(System.getProperty("models.dir"), "../..").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

  private final RunningSystem system = RunningSystem.shared();
  private Path root;

  @BeforeEach
  void prepare() throws Exception {
    root = Files.createTempDirectory("image-");
    call(List.of("chmod", "755", root.toString()));
  }

  @AfterEach
  void tidyUp() throws Exception {
    call(List.of("chmod", "-R", "u+w", root.toString()));
    call(List.of("rm", "-rf", root.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.Dockerfile", "worker.Dockerfile"})
  void anImageStartsIsHealthyAndEndsWithoutWritingToItsRoot(String dockerfile) throws Exception {
    ContainerImage image = new ContainerImage(CONTEXT, dockerfile, root);
    image.copy();
    for (List<String> command : image.ownCommands()) {
      assertThat(call(command, image.settings())).as("RUN %s", command).isZero();
    }
    Path classes = root.resolve("work/classes.log");
    protectRoot(image.user());

    Process process = start(image, classes);
    awaitHealth(image, process);
    process.destroy();

    // 143 is the JVM's word for an orderly end by SIGTERM; workers end by themselves with 0.
    assertThat(process.waitFor()).isIn(0, 143);
    assertThat(Files.readString(classes))
        .as("classes come from the archive")
        .contains("shared objects file (top)");
  }

  @Test
  void theImageInThePlaceOfS3SqsAndRedisStartsIsHealthyAndEnds() throws Exception {
    ContainerImage image = new ContainerImage(CONTEXT, "local-stack.Dockerfile", root);
    image.copy();
    protectRoot(image.user());

    Process process = start(image, root.resolve("data/classes.log"));
    awaitHealth(image, process);
    process.destroy();

    assertThat(process.waitFor()).isIn(0, 143);
  }

  @Test
  void theGpuImageIsOnlyMadeOfAWorkerThatCanUseOne() throws Exception {
    ContainerImage image = new ContainerImage(CONTEXT, "worker-gpu.Dockerfile", root);
    List<String> guard = image.commandWith("onnxruntime_gpu");
    Path libraries = Files.createDirectories(root.resolve("app/lib/main"));

    Files.createFile(libraries.resolve("com.microsoft.onnxruntime.onnxruntime-1.24.2.jar"));
    assertThat(call(guard)).isNotZero();

    Files.createFile(libraries.resolve("com.microsoft.onnxruntime.onnxruntime_gpu-1.24.2.jar"));
    assertThat(call(guard)).isZero();
  }

  /** Ends a container that does not become healthy. */
  private static void awaitHealth(ContainerImage image, Process process) {
    boolean healthy = false;
    try {
      Eventually.is(
          PATIENCE,
          () -> {
            assertThat(process.isAlive()).as("the container is alive").isTrue();
            return quietly(image) == 0;
          });
      healthy = true;
    } finally {
      if (!healthy) {
        process.destroyForcibly();
      }
    }
  }

  private Process start(ContainerImage image, Path classes) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(as(image.user(), image.entrypoint()))
            .directory(root.resolve("work").toFile())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("container.log").toFile());
    builder.environment().putAll(system.settings());
    builder.environment().putAll(image.settings());
    builder
        .environment()
        .merge("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes, (a, b) -> a + " " + b);
    return builder.start();
  }

  /** As root, the user is changed; else whoever runs the test is nobody special anyway. */
  private static List<String> as(String user, List<String> command) {
    if (!IS_ROOT) {
      return command;
    }
    String[] ids = user.split(":");
    List<String> changed =
        new ArrayList<>(
            List.of("setpriv", "--reuid=" + ids[0], "--regid=" + ids[1], "--clear-groups"));
    changed.addAll(command);
    return changed;
  }

  private void protectRoot(String user) throws Exception {
    for (String folder : List.of("app", "models")) {
      call(List.of("chmod", "-R", "a-w,a+rX", root.resolve(folder).toString()));
    }
    if (IS_ROOT) {
      call(
          List.of("chown", user, root.resolve("work").toString(), root.resolve("data").toString()));
    }
  }

  private static int quietly(ContainerImage image) {
    try {
      return call(image.healthCheck(), image.settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int call(List<String> command) throws IOException, InterruptedException {
    return call(command, Map.of());
  }

  private static int call(List<String> command, Map<String, String> settings)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(settings);
    return builder.start().waitFor();
  }
}

package dev.aiupscale.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import dev.aiupscale.e2e.RunningSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The load tests still fit the service: each script, by k6 where it is and is short, else for an
 * iteration under Node.
 */
class K6IT {
  private static final Path ROOT =
      Path.of(System.getProperty("models.dir"), "../..").toAbsolutePath().normalize();

  /** They are done when their pictures are; the others make load for minutes. */
  private static final Set<String> SHORT_SCRIPTS = Set.of("smoke", "seed-stress");

  @TempDir Path directory;

  private final RunningSystem system = RunningSystem.shared();

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "load", "soak", "spike", "seed-stress"})
  void aScriptRunsAndKeepsItsThresholds(String script) throws Exception {
    Path summary = directory.resolve("summary.json");

    assertThat(run(script, summary)).isZero();

    assertThat(Json.read(Files.readAllBytes(summary), JsonNode.class).at("/metrics/checks"))
        .isNotEmpty();
    assertThat(directory.resolve("summary.html"))
        .content()
        .contains("<h1>" + script + "</h1>", "<td>checks</td>");
  }

  private int run(String script, Path summary) throws IOException, InterruptedException {
    String file = "k6/" + script + ".js";
    String base = system.baseUri().toString();
    boolean byK6 = isOnPath("k6") && SHORT_SCRIPTS.contains(script);
    ProcessBuilder run =
        new ProcessBuilder(
                byK6
                    ? List.of(
                        "k6",
                        "run",
                        "--quiet",
                        "-e",
                        "BASE_URL=" + base,
                        "-e",
                        "SUMMARY=" + summary,
                        file)
                    : List.of(
                        "node",
                        "k6/node-run/run.mjs",
                        file,
                        "--base",
                        base,
                        "--iterations",
                        "1",
                        "--summary",
                        summary.toString()))
            .directory(ROOT.toFile())
            .inheritIO();
    // It is no measurement: how fast this machine is must not decide.
    run.environment().putAll(Map.of("P95_MS", "600000", "P99_MS", "600000", "SIDE", "32"));
    Process process = run.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(script + " did not end");
    }
    return process.exitValue();
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}

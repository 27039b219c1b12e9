package dev.aiupscale.e2e.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aiupscale.e2e.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The acceptance script of those who keep the cases, where it lies beside the checkout. It judges
 * results with a decoder that is not ours: npm's sharp ({@code ./test} installs it into {@code
 * .data/case-reader}) or ImageMagick; where the script is there and cannot run, that is a failure.
 * Where it is not, {@link CasesIT} has a copy of its cases.
 */
class SharedCasesIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path READER = ROOT.resolve(".data/case-reader");

  @Test
  void theAcceptanceScriptPassesEveryCaseStrictly() throws IOException, InterruptedException {
    Optional<Path> cases = cases();
    assumeTrue(cases.isPresent(), "there is no shared/cases/check.mjs beside the checkout");
    Path folder = cases.orElseThrow();
    Path output = Files.createTempFile("cases", ".txt");
    Process script =
        new ProcessBuilder(
                "node",
                folder.resolve("check.mjs").toString(),
                "--base",
                RunningSystem.shared().baseUri().toString(),
                "--cases",
                folder.resolve("open").toString(),
                "--strict")
            .directory(Files.isDirectory(READER) ? READER.toFile() : ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = script.waitFor();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);

    assertThat(status).as(said).isZero();
    assertThat(said).contains(" passed, 0 failed");
  }

  private static Optional<Path> cases() {
    return List.of("../shared/cases", "../../shared/cases").stream()
        .map(folder -> ROOT.resolve(folder).normalize())
        .filter(folder -> Files.isRegularFile(folder.resolve("check.mjs")))
        .findFirst();
  }
}

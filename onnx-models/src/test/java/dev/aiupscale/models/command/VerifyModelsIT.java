package dev.aiupscale.models.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./models} on one real model. */
class VerifyModelsIT {
  private static final Path INSTALLED =
      Path.of(Objects.requireNonNull(System.getProperty("models.dir"), "models.dir is not set"));

  private final StringWriter output = new StringWriter();
  @TempDir Path directory;

  @BeforeEach
  void oneModelIsInstalled() throws IOException {
    Files.copy(INSTALLED.resolve("esrgan-slim-x2.onnx"), directory.resolve("esrgan-slim-x2.onnx"));
    Files.copy(INSTALLED.resolve("esrgan-slim-x2.json"), directory.resolve("esrgan-slim-x2.json"));
  }

  @Test
  void aWholeModelIsFineAndNearThePublishersSample() {
    assertThat(run("verify")).isZero();
    assertThat(output.toString())
        .startsWith("esrgan-slim ×2")
        .containsPattern("ok: files, runs, [01] levels? off the publisher's sample");
  }

  @Test
  void aFileThatWasChangedIsWrong() throws IOException {
    Path onnx = directory.resolve("esrgan-slim-x2.onnx");
    byte[] bytes = Files.readAllBytes(onnx);
    bytes[bytes.length / 2] ^= 1;
    Files.write(onnx, bytes);

    assertThat(run("verify")).isEqualTo(1);
    assertThat(output.toString())
        .contains("WRONG: esrgan-slim-x2.onnx is missing or not what its descriptor says");
  }

  @Test
  void aModelUnderAnotherModelsNameIsFarFromItsSample() throws IOException {
    rename("\"esrgan-slim\"", "\"esrgan-medium\"");

    assertThat(run("verify")).isEqualTo(1);
    assertThat(output.toString()).containsPattern("WRONG: \\d+ levels off the publisher's sample");
  }

  @Test
  void aModelWithoutTheScaleThatItSaysIsWrong() throws IOException {
    rename("\"scale\" : 2", "\"scale\" : 3");

    assertThat(run("verify")).isEqualTo(1);
    assertThat(output.toString()).contains("WRONG: 37×29 became 74×58");
  }

  @Test
  void timesWhatIsInstalledAndListsWhatIsOnesOwn() throws IOException {
    rename("\"esrgan-slim\"", "\"my-own\"");

    assertThat(run("list", "--time")).isZero();
    assertThat(output.toString().lines().reduce((first, last) -> last))
        .get()
        .asString()
        .matches("my-own +2 +MIT +- +yes +10 +\\d+ +\\d+\\.\\d");
  }

  private void rename(String from, String to) throws IOException {
    Path json = directory.resolve("esrgan-slim-x2.json");
    String text = Files.readString(json);
    assertThat(text).contains(from);
    Files.writeString(json, text.replace(from, to));
  }

  private int run(String command, String... options) {
    PrintWriter out = new PrintWriter(output, true);
    String[] arguments = new String[options.length + 5];
    arguments[0] = command;
    arguments[1] = "--dir";
    arguments[2] = directory.toString();
    arguments[3] = "--cache";
    arguments[4] = INSTALLED.resolveSibling("packages").toString();
    System.arraycopy(options, 0, arguments, 5, options.length);
    return ModelsCommand.run(out, out, arguments);
  }
}

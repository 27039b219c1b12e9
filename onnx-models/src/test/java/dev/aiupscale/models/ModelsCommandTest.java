package dev.aiupscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  private static final String USAGE = "usage: fetch [--dir DIR] [--cache DIR] [ID…]";

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void saysHowItIsCalled() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("fetch", "--dir")).isEqualTo(2);
    assertThat(run("fetch", "--unknown")).isEqualTo(2);
    assertThat(errorLines()).containsExactly(USAGE, USAGE, USAGE);
  }

  @Test
  void namesTheModelsThatThereAreWhenAskedForAnother() {
    assertThat(run("fetch", "esrgan-tiny")).isEqualTo(2);
    assertThat(errorLines())
        .containsExactly(
            "no model is named esrgan-tiny; there are esrgan-slim, esrgan-medium,"
                + " real-esrgan-general, real-esrgan-photo");
  }

  @Test
  void failsWithOneLine(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("upscalerjs-esrgan-slim-1.0.0.tgz"), "garbage");

    int status =
        run("fetch", "--dir", directory.toString(), "--cache", directory.toString(), "esrgan-slim");

    assertThat(status).isEqualTo(1);
    assertThat(errorLines())
        .singleElement()
        .asString()
        .startsWith("@upscalerjs/esrgan-slim@1.0.0 is not what was published");
  }

  private int run(String... arguments) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
    return ModelsCommand.run(List.of(arguments), out, err);
  }

  private List<String> errorLines() {
    return errors.toString(StandardCharsets.UTF_8).lines().toList();
  }
}

package dev.aiupscale.models.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  @TempDir Path directory;

  @Test
  void saysHowItIsCalled() {
    assertThat(run("fetch", "--dir")).isEqualTo(2);
    assertThat(run("fetch", "--unknown")).isEqualTo(2);
    assertThat(run("verify", "--dir", directory.toString())).isEqualTo(2);
    assertThat(errors.toString())
        .contains("Usage: models fetch")
        .contains("no model is installed in " + directory);
  }

  @Test
  void namesTheModelsThatThereAreWhenAskedForAnother() {
    assertThat(run("fetch", "esrgan-tiny")).isEqualTo(2);
    assertThat(errors.toString().lines().findFirst())
        .contains(
            "no model is named esrgan-tiny; there are esrgan-slim, esrgan-medium,"
                + " real-esrgan-general, real-esrgan-photo, esrgan-thick, real-esrgan-anime,"
                + " real-esrgan-animevideo");
  }

  @Test
  void ofTwoDirectoriesTheLastCounts() {
    assertThat(run("verify", "--dir", "elsewhere", "--dir", directory.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("no model is installed in " + directory);
  }

  @Test
  void failsWithOneLine() throws Exception {
    Files.writeString(directory.resolve("upscalerjs-esrgan-slim-1.0.0.tgz"), "garbage");

    int status =
        run("fetch", "--dir", directory.toString(), "--cache", directory.toString(), "esrgan-slim");

    assertThat(status).isEqualTo(1);
    assertThat(errors.toString().lines())
        .singleElement()
        .asString()
        .startsWith("@upscalerjs/esrgan-slim@1.0.0 is not what was published");
  }

  @Test
  void listsTheCatalogueAlsoWhereNothingIsInstalled() {
    assertThat(run("list", "--dir", directory.toString())).isZero();

    List<String> lines = output.toString().lines().toList();
    assertThat(lines.get(0)).startsWith("model").contains("licence", "download", "installed");
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line.split("\\s+"))
                    .startsWith("esrgan-thick", "8", "MIT", "110", "MB", "no"));
  }

  private int run(String... arguments) {
    return ModelsCommand.run(
        new PrintWriter(output, true), new PrintWriter(errors, true), arguments);
  }
}

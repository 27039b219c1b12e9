package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that the README shows do what it says, as they stand there. */
class ReadmeIT {
  private static final String ADDRESS = "http://localhost:8080";

  private final RunningSystem system = RunningSystem.shared();
  @TempDir Path folder;

  @Test
  void theSessionWithCurl() throws Exception {
    saves("sh", "session.sh", 81, "bash", "-euo", "pipefail");

    assertThat(ImageIO.read(folder.resolve("preview.jpg").toFile()).getWidth()).isEqualTo(144);
    assertThat(Files.readAllBytes(folder.resolve("first-kilobyte")))
        .isEqualTo(Arrays.copyOf(Files.readAllBytes(folder.resolve("bigger.jpg")), 1024));
    assertThat(folder.resolve("same.jpg")).hasSameBinaryContentAs(folder.resolve("bigger.jpg"));
  }

  @Test
  void theProgramInJava() throws Exception {
    saves("java", "Upscale.java", 82, Program.java());
  }

  @Test
  void theProgramInJavaScript() throws Exception {
    saves("js", "example.mjs", 83, "node");
  }

  @Test
  void theProgramInPython() throws Exception {
    assumeThat(isThere("python3")).isTrue();

    saves("python", "example.py", 84, "python3");
  }

  private void saves(String language, String file, long seed, String... interpreter)
      throws Exception {
    Files.write(folder.resolve("photo.jpg"), TestImages.busy(72, 54, seed, "jpg"));
    Files.writeString(folder.resolve(file), program(language));
    List<String> command = new ArrayList<>(List.of(interpreter));
    command.add(file);

    Program ended = Program.run(folder, command);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    BufferedImage bigger = ImageIO.read(folder.resolve("bigger.jpg").toFile());
    assertThat(List.of(bigger.getWidth(), bigger.getHeight())).isEqualTo(List.of(144, 108));
  }

  /** The one program in this language, for the server of the tests. */
  private String program(String language) throws IOException {
    String readme = Files.readString(RunningSystem.root().resolve("README.md"));
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(readme);
    assertThat(block.find()).as("a program in " + language).isTrue();
    String program = block.group(1);
    assertThat(program).contains(ADDRESS);
    return program.replace(ADDRESS, system.baseUri().toString());
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }
}

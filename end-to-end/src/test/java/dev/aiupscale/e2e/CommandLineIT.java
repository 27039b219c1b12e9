package dev.aiupscale.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.common.json.Json;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command-line client against the running whole. */
class CommandLineIT {
  private static final Path JAR =
      RunningSystem.root().resolve("command-line/target/command-line.jar");
  private static final long TOO_MANY_BYTES = 80L << 20;

  private final RunningSystem system = RunningSystem.shared();
  @TempDir Path folder;

  @BeforeEach
  void pictures() throws IOException {
    byte[] png = TestImages.transparent(40, 30);
    write("photos/a.jpg", TestImages.busy(61, 43, 91, "jpg"));
    write("photos/a.png", png);
    write("photos/deep/b.bmp", TestImages.busy(33, 21, 92, "bmp"));
    write("photos/torn.png", Arrays.copyOf(png, png.length / 2));
    write("photos/text.gif", "only text".getBytes(StandardCharsets.UTF_8));
    write("photos/notes.txt", new byte[3]);
  }

  @Test
  void aFolderWithBrokenFilesComesBackButForThemAndIsNotDoneTwice() throws Exception {
    try (RandomAccessFile large = new RandomAccessFile(file("photos/large.png").toFile(), "rw")) {
      large.setLength(TOO_MANY_BYTES);
    }

    Map<String, JsonNode> first = run(1, "-r", "photos", "--scale", "2", "--json", "--jobs", "3");

    assertThat(states(first))
        .isEqualTo(
            Map.of(
                "photos/a.jpg", "done",
                "photos/a.png", "done",
                "photos/deep/b.bmp", "done",
                "photos/torn.png", "IMAGE_CORRUPT",
                "photos/text.gif", "UNSUPPORTED_MEDIA_TYPE",
                "photos/large.png", "IMAGE_TOO_LARGE"));
    assertThat(size("upscaled/a.jpg.jpg")).isEqualTo(List.of(122, 86));
    assertThat(size("upscaled/a.png.png")).isEqualTo(List.of(80, 60));
    assertThat(size("upscaled/deep/b.png")).isEqualTo(List.of(66, 42));

    Files.delete(file("photos/large.png"));
    Map<String, JsonNode> second = run(1, "-r", "photos", "--scale", "2", "--json");

    assertThat(states(second))
        .containsEntry("photos/a.jpg", "skipped")
        .containsEntry("photos/deep/b.bmp", "skipped")
        .containsEntry("photos/torn.png", "IMAGE_CORRUPT");
  }

  @Test
  void theServerSaysOnceWhatAnOptionAllows() throws Exception {
    Program wrong = command("-r", "photos", "--scale", "5");

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .containsOnlyOnce("The field 'scale' of esrgan-slim is one of 2, 3, 4, 8");
  }

  private Map<String, JsonNode> run(int exitCode, String... arguments) throws Exception {
    Program ended = command(arguments);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    Map<String, JsonNode> lines = new TreeMap<>();
    for (String line : ended.out().lines().toList()) {
      JsonNode json = Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
      lines.put(json.get("file").asText(), json);
    }
    return lines;
  }

  private Program command(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Program.java(), "-jar", JAR.toString()));
    command.addAll(List.of("--server", system.baseUri().toString()));
    command.addAll(List.of(arguments));
    return Program.run(folder, command);
  }

  /** The code where it failed, else the state. */
  private static Map<String, String> states(Map<String, JsonNode> lines) {
    Map<String, String> states = new TreeMap<>();
    lines.forEach(
        (file, line) ->
            states.put(
                file,
                line.has("error") ? line.at("/error/code").asText() : line.get("state").asText()));
    return states;
  }

  private List<Integer> size(String name) throws IOException {
    BufferedImage image = ImageIO.read(file(name).toFile());
    return List.of(image.getWidth(), image.getHeight());
  }

  private void write(String name, byte[] content) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.write(file(name), content);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}

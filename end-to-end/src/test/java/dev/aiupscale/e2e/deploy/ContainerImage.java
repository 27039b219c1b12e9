package dev.aiupscale.e2e.deploy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiupscale.e2e.RunningSystem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Dockerfile says, done in a folder that stands for the container's root: files are copied
 * there, and paths in commands and settings point there.
 */
final class ContainerImage {
  private static final Pattern OWN_PATH =
      Pattern.compile("(?<![\\w./-])/(app|models|work|data)\\b");

  /** Those that the images listen at; each image gets free ones in their place. */
  private static final List<String> PORTS = List.of("8080", "9090", "9324", "6390");

  private static final Pattern SETTING = Pattern.compile("(\\w+)=(\"[^\"]*\"|\\S+)");

  private final Path context;
  private final Path root;
  private final Map<String, String> ports = new LinkedHashMap<>();
  private final List<String> instructions;

  ContainerImage(Path context, String dockerfile, Path root) throws IOException {
    this.context = context;
    this.root = root;
    PORTS.forEach(port -> ports.put(port, String.valueOf(RunningSystem.freePort())));
    String text = Files.readString(context.resolve("docker").resolve(dockerfile));
    this.instructions =
        text.replaceAll("(?m)^#.*\\n", "")
            .replaceAll("\\\\\\n\\s*", "")
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
  }

  /** Copies what the image is made of. */
  void copy() throws IOException {
    for (String folder : List.of("app", "models", "work", "data")) {
      Files.createDirectories(root.resolve(folder));
    }
    for (String copy : all("COPY")) {
      List<String> words = words(copy.replaceAll("--\\S+ ", ""));
      Path target = Path.of(there(words.get(words.size() - 1)));
      for (String source : words.subList(0, words.size() - 1)) {
        copy(source, target);
      }
    }
  }

  /** The settings of ENV. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String env : all("ENV")) {
      Matcher setting = SETTING.matcher(env);
      while (setting.find()) {
        settings.put(setting.group(1), there(setting.group(2).replace("\"", "")));
      }
    }
    return settings;
  }

  /** The commands of RUN that use what the image brings. */
  List<List<String>> ownCommands() {
    return all("RUN").stream()
        .filter(run -> run.startsWith("/app/"))
        .map(run -> words(there(run)))
        .toList();
  }

  /** The one command of RUN that looks for {@code word}. */
  List<String> commandWith(String word) {
    String run = all("RUN").stream().filter(text -> text.contains(word)).findFirst().orElseThrow();
    return List.of("sh", "-c", there(run));
  }

  List<String> entrypoint() throws IOException {
    return command(all("ENTRYPOINT").get(0));
  }

  List<String> healthCheck() throws IOException {
    String check = all("HEALTHCHECK").get(0);
    return command(check.substring(check.indexOf("CMD ") + 4));
  }

  /** The user that the container runs as, {@code uid:gid}. */
  String user() {
    List<String> users = all("USER");
    return users.get(users.size() - 1);
  }

  private List<String> command(String json) throws IOException {
    return new ObjectMapper().readValue(there(json), new TypeReference<List<String>>() {});
  }

  private List<String> all(String instruction) {
    return instructions.stream()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length() + 1).strip())
        .toList();
  }

  private String there(String text) {
    String moved = text;
    for (Map.Entry<String, String> port : ports.entrySet()) {
      moved = moved.replaceAll("\\b" + port.getKey() + "\\b", port.getValue());
    }
    return OWN_PATH
        .matcher(moved)
        .replaceAll(path -> Matcher.quoteReplacement(root.resolve(path.group(1)).toString()));
  }

  private static List<String> words(String text) {
    return new ArrayList<>(List.of(text.strip().split("\\s+")));
  }

  private void copy(String source, Path target) throws IOException {
    Path from = context.resolve(source);
    if (source.contains("*")) {
      PathMatcher names = FileSystems.getDefault().getPathMatcher("glob:" + from);
      try (Stream<Path> files = Files.list(from.getParent())) {
        for (Path file : files.filter(names::matches).toList()) {
          Files.copy(file, target.resolve(file.getFileName()));
        }
      }
    } else if (Files.isDirectory(from)) {
      copyTree(from, target);
    } else {
      Path file = Files.isDirectory(target) ? target.resolve(from.getFileName()) : target;
      Files.copy(from, file);
    }
  }

  private static void copyTree(Path from, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}

package dev.aiupscale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiupscale.cli.server.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, as the system sends it to a process. */
class InterruptIT {
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void ctrlCLeavesNothingHalfWrittenAndTheSameCommandGoesOn() throws Exception {
    try (FakeServer server = new FakeServer()) {
      Files.writeString(folder.resolve("a.png"), "one");
      Files.writeString(folder.resolve("b.png"), "two");
      assertThat(process(server, folder.resolve("a.png")).waitFor()).isZero();
      server.holdJobs(true);
      Process second = process(server, folder);
      await(() -> server.forms().size() == 2, second);

      signal("INT", second);

      assertThat(second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue()).isEqualTo(130);
      assertThat(said()).contains("Interrupted. The same command goes on from here.");
      assertThat(said()).doesNotContain("FAILED");
      assertThat(files()).containsExactly(".upscale/done.jsonl", ".upscale/lock", "a.png");

      server.holdJobs(false);
      assertThat(process(server, folder).waitFor()).isZero();
      assertThat(said()).contains("1 done, 1 skipped, 0 failed");
      assertThat(folder.resolve("out/b.png")).hasContent(FakeServer.result("two"));
    }
  }

  @Test
  void ctrlCWhileAResultArrivesLeavesNoPartOfIt() throws Exception {
    try (FakeServer server = new FakeServer()) {
      server.stallResults();
      Files.writeString(folder.resolve("a.png"), "one");
      Process process = process(server, folder);
      await(() -> files().contains(".upscale/1.part"), process);

      signal("INT", process);

      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(files()).containsExactly(".upscale/done.jsonl", ".upscale/lock");
    }
  }

  /** {@code env} gives SIGINT its meaning back, which processes in the background do not have. */
  private Process process(FakeServer server, Path input) throws IOException {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(UpscaleCommand.class.getName());
    command.addAll(List.of("--server", server.address().toString()));
    command.addAll(List.of("--out", folder.resolve("out").toString(), input.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }

  private List<String> files() throws IOException {
    Path out = folder.resolve("out");
    if (!Files.exists(out)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void signal(String name, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** Something that becomes true. */
  @FunctionalInterface
  private interface Condition {
    boolean holds() throws IOException;
  }

  private void await(Condition condition, Process process) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.holds()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new AssertionError("not so: " + said());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}

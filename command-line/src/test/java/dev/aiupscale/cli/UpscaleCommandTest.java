package dev.aiupscale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiupscale.cli.server.FakeServer;
import dev.aiupscale.common.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpscaleCommandTest {
  @TempDir Path folder;
  private FakeServer server;
  private Path pictures;
  private Path out;
  private final ByteArrayOutputStream programs = new ByteArrayOutputStream();
  private final ByteArrayOutputStream people = new ByteArrayOutputStream();
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
    pictures = folder.resolve("pictures");
    out = folder.resolve("out");
    write("a.jpg", "one");
    write("a.png", "two");
    write("deep/a.jpg", "three");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFolderComesBackWithItsShapeAndNoNameTwice() throws IOException {
    assertThat(run("-r", pictures.toString(), "--scale", "4", "--no-color-guard")).isZero();

    assertThat(results())
        .isEqualTo(
            Map.of(
                "a.jpg.png", FakeServer.result("one"),
                "a.png.png", FakeServer.result("two"),
                "deep/a.png", FakeServer.result("three")));
    assertThat(server.forms())
        .extracting(FakeServer.Form::fields)
        .containsOnly(Map.of("scale", "4", "colorGuard", "false"));
    assertThat(text(people)).contains("3 done, 0 skipped, 0 failed");
    assertThat(text(programs)).isEmpty();
  }

  @Test
  void whatIsDoneIsSkippedAndTheRestIsDone() throws IOException {
    run(pictures.toString());
    Files.delete(out.resolve("a.png.png"));
    int uploads = server.forms().size();

    assertThat(run(pictures.toString())).isZero();

    assertThat(server.forms()).hasSize(uploads + 1);
    assertThat(text(people)).contains("1 done, 1 skipped, 0 failed");
    assertThat(results()).containsKeys("a.jpg.png", "a.png.png");
  }

  @Test
  void ignoreCacheDoesItAgainHereAndAtTheServer() throws IOException {
    run(pictures.toString());

    assertThat(run(pictures.toString(), "--ignore-cache")).isZero();

    assertThat(server.forms()).hasSize(4);
    assertThat(server.forms().get(3).fields()).isEqualTo(Map.of("ignoreCache", "true"));
  }

  @Test
  void aRunThatWasKilledBeforeItNotedAResultTakesItAsItIs() throws IOException {
    run(pictures.toString());
    Files.delete(out.resolve(".upscale/done.jsonl"));
    int downloads = server.downloads();

    assertThat(run(pictures.toString())).isZero();

    assertThat(server.downloads()).isEqualTo(downloads);
    assertThat(text(people)).contains("2 done, 0 skipped");
  }

  @Test
  void aFileThatSomebodyElsePutThereIsLeftAlone() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("a.png.png"), "precious");

    assertThat(run(pictures.toString())).isEqualTo(1);

    assertThat(text(people)).contains("a.png: FAILED FILE_EXISTS");
    assertThat(results()).containsEntry("a.png.png", "precious").containsKey("a.jpg.png");
  }

  @Test
  void whatFailsIsToldWithItsCodeAndTheOthersGoOn() throws IOException {
    write("b.png", "broken");
    write("c.png", "failing");

    assertThat(run(pictures.toString())).isEqualTo(1);

    assertThat(text(people))
        .contains("b.png: FAILED IMAGE_CORRUPT: The picture ends too soon.")
        .contains("c.png: FAILED MODEL_FAILED: The network failed.")
        .contains("2 done, 0 skipped, 2 failed");
    assertThat(results()).containsOnlyKeys("a.jpg.png", "a.png.png");
  }

  @Test
  void jsonIsOneObjectAPictureOnStandardOutput() throws IOException {
    write("b.png", "broken");

    assertThat(run(pictures.toString(), "--json", "--quiet")).isEqualTo(1);
    run(pictures.toString(), "--json");

    List<JsonNode> first = lines().subList(0, 3);
    List<JsonNode> second = lines().subList(3, 6);
    JsonNode done = about("a.jpg", first);
    assertThat(done.get("state").asText()).isEqualTo("done");
    assertThat(done.get("result").asText()).isEqualTo(out.resolve("a.jpg.png").toString());
    assertThat(done.get("width").asInt()).isEqualTo(4);
    assertThat(done.get("notes").get(0).asText()).isEqualTo("a note");
    assertThat(about("b.png", first).at("/error/code").asText()).isEqualTo("IMAGE_CORRUPT");
    assertThat(about("a.jpg", second).get("state").asText()).isEqualTo("skipped");
    assertThat(about("b.png", second).get("state").asText()).isEqualTo("failed");
  }

  @Test
  void aBusyServerIsWaitedFor() throws IOException {
    server.refuse(503, "QUEUE_FULL", "Too much is waiting.", "70");
    server.refuse(429, "RATE_LIMITED", "Too many requests.", "20");

    assertThat(run(pictures.toString(), "--jobs", "1")).isZero();

    assertThat(pauses)
        .hasSize(2)
        .first()
        .satisfies(
            pause -> assertThat(pause).isBetween(Duration.ofSeconds(70), Duration.ofSeconds(77)));
    assertThat(text(people)).contains("a.jpg: QUEUE_FULL: Too much is waiting. Trying again in 7");
  }

  @Test
  void aResultThatArrivesTornIsFetchedAgain() throws IOException {
    server.tearResults(2);

    assertThat(run(pictures.resolve("a.jpg").toString())).isZero();

    assertThat(results()).isEqualTo(Map.of("a.png", FakeServer.result("one")));
  }

  @Test
  void aWrongOptionIsAnsweredOnceHoweverManyPicturesThereAre() throws IOException {
    for (int i = 0; i < 50; i++) {
      write("more/" + i + ".png", "picture " + i);
      server.refuse(400, "OPTION_INVALID", "The field 'scale' is wrong.", "");
    }

    assertThat(run("-r", pictures.toString(), "--scale", "5", "--jobs", "4")).isEqualTo(2);

    assertThat(text(people)).containsOnlyOnce("The field 'scale' is wrong.");
    assertThat(results()).isEmpty();
  }

  @Test
  void aServerThatIsAwayEndsAllWithOneSentence() {
    server.close();

    assertThat(run(pictures.toString())).isEqualTo(1);

    assertThat(text(people)).endsWith("The server takes no connection.\n");
    assertThat(pauses).hasSizeBetween(7, 14);
  }

  @Test
  void whatIsNotUnderstoodIsSaidInTwoLines() {
    assertThat(run("--jobs", "0", pictures.toString())).isEqualTo(2);
    assertThat(text(people).lines()).hasSize(2).first().asString().startsWith("--jobs is a number");

    assertThat(run("--server", "localhost:8080", pictures.toString())).isEqualTo(2);
    assertThat(text(people).lines()).hasSize(2).first().asString().contains("is no address");

    assertThat(run(pictures.resolve("none").toString())).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void aServerWithKeysIsOpenedByOne() throws IOException {
    server.requireKey("a-key");

    assertThat(run(pictures.toString())).isEqualTo(1);
    assertThat(text(people)).containsOnlyOnce("UPSCALE_KEY");
    assertThat(run(pictures.toString(), "--key", "a key")).isEqualTo(2);
    assertThat(run(pictures.toString(), "--key", "a-key")).isZero();
    assertThat(results()).containsOnlyKeys("a.jpg.png", "a.png.png");

    Files.setLastModifiedTime(pictures.resolve("a.jpg"), FileTime.from(Instant.EPOCH));
    assertThat(run(pictures.toString(), "--key", "a-key")).isZero();
    assertThat(text(people)).contains("0 done, 2 skipped");
  }

  @Test
  void aDryRunTellsWhatWouldComeAndSavesNothing() throws IOException {
    write("b.png", "broken");

    assertThat(run(pictures.toString(), "--dry-run", "--json")).isEqualTo(1);

    assertThat(text(people))
        .contains("a.jpg: 8×6 png of about 2.5 MB, in about 4.0 s")
        .contains("b.png: FAILED IMAGE_CORRUPT")
        .contains("2 predicted, 1 failed: about 5.0 s of a worker's time");
    JsonNode line = about("a.jpg", lines());
    assertThat(line.get("state").asText()).isEqualTo("predicted");
    assertThat(line.at("/prediction/workSeconds").asDouble()).isEqualTo(2.5);
    assertThat(out).doesNotExist();
    assertThat(server.forms()).allSatisfy(form -> assertThat(form.fields()).containsKey("dryRun"));
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    assertThat(run("--help")).isZero();
    assertThat(run("--version")).isZero();

    assertThat(text(programs))
        .contains("Usage: upscale")
        .contains("130 Ctrl-C")
        .contains("upscale (");
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("--out", out.toString()));
    if (!List.of(args).contains("--server")) {
      all.addAll(List.of("--server", server.address().toString()));
    }
    all.addAll(List.of(args));
    PrintStream programsStream = new PrintStream(programs, true, StandardCharsets.UTF_8);
    PrintStream peopleStream = new PrintStream(people, true, StandardCharsets.UTF_8);
    people.reset();
    return new UpscaleCommand(programsStream, peopleStream, pauses::add)
        .execute(all.toArray(String[]::new));
  }

  private void write(String name, String content) throws IOException {
    Path file = pictures.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /** All files in the output folder but what is hidden, with what is in them. */
  private Map<String, String> results() throws IOException {
    Map<String, String> results = new HashMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = out.relativize(file).toString();
        if (!name.startsWith(".")) {
          results.put(name, Files.readString(file));
        }
      }
    }
    return results;
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text(programs).lines().toList()) {
      lines.add(Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class));
    }
    return lines;
  }

  private static JsonNode about(String file, List<JsonNode> lines) {
    return lines.stream()
        .filter(line -> line.get("file").asText().endsWith("/" + file))
        .findFirst()
        .orElseThrow();
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}

package dev.aiupscale.cli.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.cli.find.Source;
import dev.aiupscale.common.job.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFolderTest {
  private static final Map<String, String> OPTIONS = Map.of("scale", "2");

  @TempDir Path folder;
  private Source source;
  private Path out;

  @BeforeEach
  void picture() throws IOException {
    Path file = Files.writeString(folder.resolve("a.png"), "picture");
    source = new Source(file, "x/ä.png", "x/a", 7);
    out = folder.resolve("out");
  }

  @Test
  void whatIsDoneIsFoundByTheNextProcess() throws IOException {
    Path place = finish();

    assertThat(found(OPTIONS)).contains(place);
    assertThat(place).isEqualTo(out.resolve("x/a.jpg")).hasContent("result");
  }

  @Test
  void aTouchedPictureIsTheSameAndAChangedOneIsNot() throws IOException {
    finish();
    Files.setLastModifiedTime(source.file(), FileTime.fromMillis(1));
    assertThat(found(OPTIONS)).isPresent();

    Files.writeString(source.file(), "another");
    assertThat(found(OPTIONS)).isEmpty();
  }

  @Test
  void otherOptionsAreOtherWork() throws IOException {
    finish();

    assertThat(found(Map.of("scale", "4"))).isEmpty();
    assertThat(found(Map.of())).isEmpty();
  }

  @Test
  void aResultThatIsGoneOrOfAnotherSizeIsNotDone() throws IOException {
    Path place = finish();
    Files.writeString(place, "resul");
    assertThat(found(OPTIONS)).isEmpty();

    Files.delete(place);
    assertThat(found(OPTIONS)).isEmpty();
  }

  @Test
  void aLineThatACrashLeftHalfWrittenHarmsNoOther() throws IOException {
    finish();
    Path list = out.resolve(".upscale/done.jsonl");
    byte[] line = Files.readString(list).strip().getBytes(StandardCharsets.UTF_8);
    // Cut within the two bytes of the letter in the name.
    int cut = new String(line, StandardCharsets.ISO_8859_1).indexOf("x/") + 3;
    Files.write(list, Arrays.copyOf(line, cut));
    assertThat(found(OPTIONS)).isEmpty();

    finish();
    assertThat(found(OPTIONS)).isPresent();
  }

  @Test
  void whatAKilledProcessLeftIsDeleted() throws IOException {
    Path part;
    try (OutFolder first = OutFolder.open(out)) {
      part = Files.writeString(first.part(), "half");
    }
    try (OutFolder second = OutFolder.open(out)) {
      assertThat(part).doesNotExist();
    }
  }

  @Test
  void twoProcessesDoNotShareAFolder() throws IOException {
    try (OutFolder first = OutFolder.open(out)) {
      assertThatThrownBy(() -> OutFolder.open(out))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(out.toString());
    }
  }

  @Test
  void onlyAPicturesOwnEarlierResultMayBeReplaced() throws IOException {
    Path place = finish();
    Source other = new Source(source.file(), "other.png", "x/a", 7);
    try (OutFolder now = OutFolder.open(out)) {
      assertThat(now.isForeign(place, source)).isFalse();
      assertThat(now.isForeign(place, other)).isTrue();
      assertThat(now.isForeign(out.resolve("new.jpg"), other)).isFalse();
      assertThat(now.holds(place, 6, Sha256.of("result".getBytes(StandardCharsets.UTF_8))))
          .isTrue();
      assertThat(now.holds(place, 6, Sha256.of("resulT".getBytes(StandardCharsets.UTF_8))))
          .isFalse();
    }
  }

  private Path finish() throws IOException {
    try (OutFolder now = OutFolder.open(out)) {
      Path place = now.place(source, "jpg");
      now.put(Files.writeString(now.part(), "result"), place);
      String sha256 = Sha256.of(Files.readAllBytes(source.file()));
      now.record(source, Stamp.of(source.file()), sha256, OPTIONS, "job", place);
      return place;
    }
  }

  private Optional<Path> found(Map<String, String> options) throws IOException {
    try (OutFolder now = OutFolder.open(out)) {
      return now.find(source, Stamp.of(source.file()), options);
    }
  }
}

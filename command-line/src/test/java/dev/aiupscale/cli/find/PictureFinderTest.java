package dev.aiupscale.cli.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFinderTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String file :
        List.of(
            "a/1.jpg", "a/deep/1.JPG", "a/notes.txt", "a/.hidden/1.png", "a/._1.jpg", "b/1.jpg")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
  }

  @Test
  void aFolderMeansThePicturesInItAndSaysWhatItLeavesOut() throws IOException {
    FoundPictures found = finder(false).find(List.of(folder.resolve("a")));

    assertThat(names(found)).containsExactly("1.jpg");
    assertThat(found.notices()).singleElement().asString().endsWith("pictures: 1.");
  }

  @Test
  void recursivelyFoldersInItAreLookedIntoButNoHiddenOnes() throws IOException {
    assertThat(names(finder(true).find(List.of(folder.resolve("a")))))
        .containsExactly("1.jpg", "deep/1.JPG");
  }

  @Test
  void namesAreBelowTheFolderThatHoldsAllSoThatNoneIsTwice() throws IOException {
    FoundPictures found =
        finder(false)
            .find(
                List.of(
                    folder.resolve("a"),
                    folder.resolve("b/1.jpg"),
                    folder.resolve("a/../a/1.jpg")));

    assertThat(names(found)).containsExactly("a/1.jpg", "b/1.jpg");
    assertThat(found.sources()).extracting(Source::target).containsExactly("a/1", "b/1");
  }

  @Test
  void aFileThatIsNamedIsTakenWhateverItsName() throws IOException {
    assertThat(names(finder(false).find(List.of(folder.resolve("a/notes.txt")))))
        .containsExactly("notes.txt");
  }

  @Test
  void theFolderOfTheResultsIsNotLookedInto() throws IOException {
    Path out = folder.resolve("a/deep");

    assertThat(names(new PictureFinder(true, out).find(List.of(folder.resolve("a")))))
        .containsExactly("1.jpg");
    assertThatThrownBy(() -> new PictureFinder(true, out).find(List.of(out)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both read and written");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> finder(false).find(List.of(folder.resolve("c"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve("c").toString());
  }

  private PictureFinder finder(boolean recursive) {
    return new PictureFinder(recursive, folder.resolve("out"));
  }

  private static List<String> names(FoundPictures found) {
    return found.sources().stream().map(Source::name).toList();
  }
}

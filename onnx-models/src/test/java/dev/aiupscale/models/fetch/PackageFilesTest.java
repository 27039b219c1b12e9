package dev.aiupscale.models.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFilesTest {
  private static final int BLOCK = 512;

  @TempDir Path directory;

  @Test
  void readsOnlyWhatIsWantedAndOnlyInsideThePackage() throws IOException {
    Path archive = directory.resolve("some.tgz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
      add(out, "../../escaped", 1, 1);
      add(out, "package/models/a", 2, 2);
      add(out, "package/other", 3, 3);
      out.write(new byte[2 * BLOCK]);
    }

    assertThat(PackageFiles.read(archive, path -> !path.equals("other")))
        .containsOnlyKeys("models/a")
        .containsEntry("models/a", new byte[2]);
    assertThat(directory).isDirectoryNotContaining("glob:**escaped");
  }

  @Test
  void refusesAFileThatSaysItIsHugeBeforeReadingIt() throws IOException {
    Path archive = directory.resolve("huge.tgz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
      add(out, "package/huge", 300L << 20, 1);
    }

    assertThatThrownBy(() -> PackageFiles.read(archive, path -> true))
        .isInstanceOf(IOException.class)
        .hasMessage("huge in huge.tgz is too large");
  }

  private static void add(OutputStream out, String name, long said, int written)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(said);
    byte[] header = new byte[BLOCK];
    entry.writeEntryHeader(header);
    out.write(header);
    out.write(new byte[(written + BLOCK - 1) / BLOCK * BLOCK]);
  }
}

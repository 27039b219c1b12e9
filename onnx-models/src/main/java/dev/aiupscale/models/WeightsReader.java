package dev.aiupscale.models;

import dev.aiupscale.models.catalogue.CatalogueEntry;
import dev.aiupscale.models.fetch.PackageFiles;
import dev.aiupscale.models.ncnn.NcnnReader;
import dev.aiupscale.models.network.Network;
import dev.aiupscale.models.tfjs.LayersModelReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads a catalogue entry's network out of its package, whatever format it is published in. */
final class WeightsReader {
  private WeightsReader() {}

  static Network read(CatalogueEntry entry, Path archive) throws IOException {
    return switch (entry.format()) {
      case TFJS_LAYERS -> {
        String folder = entry.path() + "/";
        Map<String, byte[]> files = new HashMap<>();
        PackageFiles.read(archive, path -> path.startsWith(folder))
            .forEach((path, bytes) -> files.put(path.substring(folder.length()), bytes));
        yield LayersModelReader.read(files, entry.range());
      }
      case NCNN -> {
        String param = entry.path() + ".param";
        String bin = entry.path() + ".bin";
        Map<String, byte[]> files =
            PackageFiles.read(archive, path -> path.equals(param) || path.equals(bin));
        yield NcnnReader.read(require(files, param), require(files, bin), entry.range());
      }
    };
  }

  private static byte[] require(Map<String, byte[]> files, String path) throws IOException {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new IOException("the package has no " + path);
    }
    return bytes;
  }
}

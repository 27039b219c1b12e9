package dev.aiupscale.worker.encode;

import dev.aiupscale.common.job.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A written picture: its size in bytes and its SHA-256, taken while it was written. */
public record EncodedFile(long bytes, String sha256) {
  /** Leaves no file behind when the encoder fails. */
  public static EncodedFile write(RowSource rows, ImageEncoder encoder, Path target)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    boolean written = false;
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              new DigestOutputStream(Files.newOutputStream(target), digest), 1 << 16)) {
        encoder.encode(rows, out);
      }
      written = true;
    } finally {
      if (!written) {
        Files.deleteIfExists(target);
      }
    }
    return new EncodedFile(Files.size(target), HexFormat.of().formatHex(digest.digest()));
  }
}

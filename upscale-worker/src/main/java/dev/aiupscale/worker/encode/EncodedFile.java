package dev.aiupscale.worker.encode;

import dev.aiupscale.common.job.Sha256;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A written picture: its size in bytes and its SHA-256, taken while it was written. */
public record EncodedFile(long bytes, String sha256) {
  /** Does not close {@code target}. */
  public static EncodedFile write(RowSource rows, ImageEncoder encoder, OutputStream target)
      throws IOException {
    Measured measured = new Measured(target);
    OutputStream out = new BufferedOutputStream(measured, 1 << 16);
    encoder.encode(rows, out);
    out.flush();
    return new EncodedFile(measured.bytes, HexFormat.of().formatHex(measured.digest.digest()));
  }

  /** Counts and digests what passes. */
  private static final class Measured extends FilterOutputStream {
    private final MessageDigest digest = Sha256.digest();
    private long bytes;

    Measured(OutputStream target) {
      super(target);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      digest.update(from, offset, length);
      bytes += length;
    }
  }
}

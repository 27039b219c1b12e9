package dev.aiupscale.api.image;

import dev.aiupscale.api.image.write.JpegWriter;
import dev.aiupscale.api.image.write.OpaqueRows;
import dev.aiupscale.api.image.write.PngWriter;
import dev.aiupscale.api.image.write.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the JPEG, and the PNG where a lossless source is worth keeping. */
final class WriteFiles implements Step {
  /** A failure to write is the disk's, not the picture's, so it is not shown as damage. */
  @Override
  public void apply(Normalisation work) {
    Rows opaque = new OpaqueRows(work.upright());
    try {
      JpegWriter.write(opaque, work.original());
      if (work.keepsLosslessSource()) {
        PngWriter.write(work.alpha() ? work.upright() : opaque, work.losslessSource());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.ImageHeader.ColourFacts;
import dev.aiupscale.api.image.header.PngChunks.Chunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what a PNG says of its colours: iCCP before cICP before sRGB before gAMA and cHRM. */
final class PngColour {
  private static final int SRGB_PRIMARIES = 1;
  private static final int SRGB_TRANSFER = 13;

  private PngColour() {}

  static ColourFacts read(UploadBytes file, PngChunks chunks) {
    if (chunks.find("iCCP") != null) {
      Chunk icc = chunks.findWhole(file, "iCCP", 3);
      byte[] profile = icc == null ? null : inflate(file.copy(icc.at(), icc.length()));
      return profile == null ? ColourFacts.DAMAGED_ICC : ColourFacts.icc(profile);
    }
    Chunk codes = chunks.findWhole(file, "cICP", 4);
    if (codes != null) {
      boolean srgb =
          file.u8(codes.at()) == SRGB_PRIMARIES && file.u8(codes.at() + 1) == SRGB_TRANSFER;
      return srgb ? ColourFacts.NONE : ColourFacts.UNREAD;
    }
    if (chunks.find("sRGB") != null) {
      return ColourFacts.NONE;
    }
    Chunk gamma = chunks.findWhole(file, "gAMA", 4);
    if (gamma == null || file.u32(gamma.at()) == 0) {
      return ColourFacts.NONE;
    }
    return Calibrations.of(
        file.u32(gamma.at()) / 100_000.0, chromaticities(file, chunks.findWhole(file, "cHRM", 32)));
  }

  /** Inflates at most one byte more than is allowed; {@code ColourFacts} refuses that. */
  private static byte @Nullable [] inflate(byte[] chunk) {
    int name = 0;
    while (name < chunk.length && chunk[name] != 0) {
      name++;
    }
    int from = Math.min(name + 2, chunk.length);
    try (var in =
        new InflaterInputStream(new ByteArrayInputStream(chunk, from, chunk.length - from))) {
      return in.readNBytes(ColourFacts.MAX_ICC_BYTES + 1);
    } catch (IOException damaged) {
      return null;
    }
  }

  private static double @Nullable [] chromaticities(UploadBytes file, @Nullable Chunk chunk) {
    if (chunk == null) {
      return null;
    }
    double[] values = new double[8];
    for (int i = 0; i < values.length; i++) {
      values[i] = file.u32(chunk.at() + 4 * i) / 100_000.0;
    }
    return values;
  }
}

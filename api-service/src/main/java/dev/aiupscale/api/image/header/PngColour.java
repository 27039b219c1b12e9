package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.ImageHeader.Calibration;
import dev.aiupscale.api.image.header.ImageHeader.ColourFacts;
import dev.aiupscale.api.image.header.PngChunks.Chunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what a PNG says of its colours: iCCP before sRGB before gAMA and cHRM. */
final class PngColour {
  private static final double[] SRGB = {.3127, .329, .64, .33, .3, .6, .15, .06};
  private static final double SRGB_GAMMA = .45455;

  private PngColour() {}

  static ColourFacts read(UploadBytes file, PngChunks chunks) {
    if (chunks.find("iCCP") != null) {
      Chunk icc = chunks.findWhole(file, "iCCP", 3);
      byte[] profile = icc == null ? null : inflate(file.copy(icc.at(), icc.length()));
      return profile == null ? new ColourFacts(null, true, null) : ColourFacts.icc(profile);
    }
    if (chunks.find("sRGB") != null) {
      return ColourFacts.NONE;
    }
    Chunk gamma = chunks.findWhole(file, "gAMA", 4);
    if (gamma == null || file.u32(gamma.at()) == 0) {
      return ColourFacts.NONE;
    }
    return calibrated(
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
    boolean usual = true;
    for (int i = 0; i < values.length; i++) {
      values[i] = file.u32(chunk.at() + 4 * i) / 100_000.0;
      usual &= Math.abs(values[i] - SRGB[i]) < .005;
    }
    return usual ? null : values;
  }

  private static ColourFacts calibrated(double gamma, double @Nullable [] chromaticities) {
    boolean usual = chromaticities == null && Math.abs(gamma - SRGB_GAMMA) < .02;
    return usual
        ? ColourFacts.NONE
        : new ColourFacts(null, false, new Calibration(gamma, chromaticities));
  }
}

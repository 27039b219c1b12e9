package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.PngChunks.Chunk;
import dev.aiupscale.common.image.Density;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the headers of PNG files; damaged ancillary chunks count as absent. */
public final class PngHeaderReader {
  private static final Set<String> PICTURE =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
          "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");
  private static final int TIFF_HEADER = 8;
  private static final int METRE = 1;

  private PngHeaderReader() {}

  public static ImageHeader read(UploadBytes file) {
    PngChunks chunks = PngChunks.scan(file);
    int at = chunks.chunks().get(0).at();
    return new ImageHeader(
        ImageFormat.PNG,
        file.u32(at),
        file.u32(at + 4),
        frames(file, chunks),
        file.u8(at + 8),
        true,
        PngColour.read(file, chunks),
        exif(file, chunks),
        !chunks.chunks().stream().allMatch(chunk -> PICTURE.contains(chunk.name()))
            || file.hasContent(chunks.end()));
  }

  private static Frames frames(UploadBytes file, PngChunks chunks) {
    Chunk animation = chunks.findWhole(file, "acTL", 8);
    return animation == null
        ? Frames.ONE
        : Frames.of((int) Math.min(Integer.MAX_VALUE, file.u32(animation.at())));
  }

  private static Exif exif(UploadBytes file, PngChunks chunks) {
    Chunk exif = chunks.findWhole(file, "eXIf", TIFF_HEADER);
    Exif read = exif == null ? Exif.NONE : Exif.read(file.slice(exif.at(), exif.length()));
    return read.orElse(PngTexts.read(file, chunks)).with(density(file, chunks));
  }

  private static @Nullable Density density(UploadBytes file, PngChunks chunks) {
    Chunk size = chunks.findWhole(file, "pHYs", 9);
    return size == null || file.u8(size.at() + 8) != METRE
        ? null
        : Densities.perMetre(file.u32(size.at()), file.u32(size.at() + 4));
  }
}

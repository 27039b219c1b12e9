package dev.aiupscale.api.image.header;

import static java.util.Objects.requireNonNull;

import dev.aiupscale.api.image.header.ImageHeader.ColourFacts;
import dev.aiupscale.api.image.header.WebpChunks.Span;
import java.util.Set;

/** Reads the headers of simple, extended and animated WebP files. */
public final class WebpHeaderReader {
  private static final Set<String> PICTURE =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

  private WebpHeaderReader() {}

  public static ImageHeader read(UploadBytes file) {
    WebpChunks chunks = WebpChunks.scan(file);
    Size size = size(file, chunks);
    Span icc = chunks.find("ICCP");
    Span exif = chunks.find("EXIF");
    Span xmp = chunks.find("XMP ");
    return new ImageHeader(
        ImageFormat.WEBP,
        size.width,
        size.height,
        Frames.of(chunks.frames()),
        8,
        chunks.has("VP8L") && !chunks.has("VP8 "),
        icc == null
            ? ColourFacts.NONE
            : ColourFacts.icc(start(file, icc, ColourFacts.MAX_ICC_BYTES + 1)),
        (exif == null ? Exif.NONE : exif(file, exif))
            .orElse(Xmp.read(xmp == null ? null : start(file, xmp, Xmp.MOST_BYTES + 1))),
        !PICTURE.containsAll(chunks.first().keySet()));
  }

  private static byte[] start(UploadBytes file, Span span, int most) {
    return file.copy(span.at(), Math.min(most, span.length()));
  }

  private record Size(int width, int height) {}

  private static Size size(UploadBytes file, WebpChunks chunks) {
    Span canvas = chunks.find("VP8X");
    Span lossless = chunks.find("VP8L");
    Span lossy = chunks.find("VP8 ");
    if (lossless == null && lossy == null) {
      throw Refusal.corrupt("The WebP file has no picture in it.");
    }
    Size coded =
        lossy != null ? lossySize(file, lossy) : losslessSize(file, requireNonNull(lossless));
    if (canvas == null) {
      return coded;
    }
    Size whole = new Size(file.u24le(canvas.at() + 4) + 1, file.u24le(canvas.at() + 7) + 1);
    // The limits are checked against the canvas, so no coded picture may be larger than that.
    if (coded.width > whole.width || coded.height > whole.height) {
      throw Refusal.corrupt("The WebP file's picture is larger than its canvas.");
    }
    return whole;
  }

  private static Size lossySize(UploadBytes file, Span span) {
    return new Size(file.u16le(span.at() + 6) & 0x3fff, file.u16le(span.at() + 8) & 0x3fff);
  }

  private static Size losslessSize(UploadBytes file, Span span) {
    long bits = file.u32le(span.at() + 1);
    return new Size((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
  }

  /** Some writers put JPEG's "Exif" marker before the data. */
  private static Exif exif(UploadBytes file, Span span) {
    int skip = file.has(span.at(), "Exif\0\0") ? 6 : 0;
    return span.length() < skip + 8
        ? Exif.NONE
        : Exif.read(file.slice(span.at() + skip, span.length() - skip));
  }
}

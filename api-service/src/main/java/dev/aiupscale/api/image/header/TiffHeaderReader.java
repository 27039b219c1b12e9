package dev.aiupscale.api.image.header;

import dev.aiupscale.api.image.header.ImageHeader.ColourFacts;

/** Reads the first page's directory of a TIFF file. */
public final class TiffHeaderReader {
  private static final int WIDTH = 0x0100;
  private static final int HEIGHT = 0x0101;
  private static final int BITS_PER_SAMPLE = 0x0102;
  private static final int XMP = 0x02bc;
  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int ICC_PROFILE = 0x8773;

  private TiffHeaderReader() {}

  public static ImageHeader read(UploadBytes file) {
    TiffDirectory page = TiffDirectory.first(file.slice(0, file.size()));
    return new ImageHeader(
        ImageFormat.TIFF,
        page.number(WIDTH, 0),
        page.number(HEIGHT, 0),
        page.chainLength(),
        (int) page.number(BITS_PER_SAMPLE, 1),
        true,
        ColourFacts.icc(page.bytes(ICC_PROFILE)),
        Exif.of(page),
        page.has(EXIF_DIRECTORY) || page.has(XMP));
  }
}

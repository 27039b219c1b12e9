package dev.aiupscale.api.image.header;

/** Reads a GIF's canvas size and counts its frames. */
public final class GifHeaderReader {
  private GifHeaderReader() {}

  public static ImageHeader read(UploadBytes file) {
    GifBlocks blocks = GifBlocks.scan(file);
    return new ImageHeader(
        ImageFormat.GIF,
        blocks.width(),
        blocks.height(),
        blocks.frames(),
        8,
        true,
        blocks.colour(file),
        Exif.NONE.orElse(blocks.metadata(file)),
        blocks.comments());
  }
}

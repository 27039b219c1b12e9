package dev.aiupscale.api.image.header;

/** Reads any accepted format's header. */
public final class HeaderReader {
  private HeaderReader() {}

  public static ImageHeader read(ImageFormat format, UploadBytes file) {
    return switch (format) {
      case JPEG -> JpegHeaderReader.read(file);
      case PNG -> PngHeaderReader.read(file);
      case WEBP -> WebpHeaderReader.read(file);
      case GIF -> GifHeaderReader.read(file);
      case BMP -> BmpHeaderReader.read(file);
      case TIFF -> TiffHeaderReader.read(file);
    };
  }
}

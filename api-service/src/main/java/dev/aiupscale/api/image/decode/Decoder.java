package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageFormat;
import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;

/** Turns one format's coded pixels into a {@link Picture}; any exception means damage. */
public interface Decoder {
  /**
   * @return as large as {@code header} says, not yet upright, in the file's own colours
   */
  Picture decode(UploadBytes file, ImageHeader header, Deadline deadline) throws IOException;

  static Decoder of(ImageFormat format) {
    return switch (format) {
      case JPEG -> new JpegDecoder();
      case PNG -> new PngDecoder();
      case WEBP -> new WebpDecoder();
      case GIF -> new GifDecoder();
      case BMP -> new BmpDecoder();
      case TIFF -> new TiffDecoder();
    };
  }
}

package dev.aiupscale.api.image;

import dev.aiupscale.api.image.header.HeaderReader;
import dev.aiupscale.api.image.header.ImageFormat;
import dev.aiupscale.api.image.header.ImageHeader;

/** Reads size, frames, colours and EXIF without decoding a pixel. */
final class ReadHeader implements Step {
  @Override
  public void apply(Normalisation work) {
    ImageHeader header = HeaderReader.read(work.format(), work.file());
    work.header(header);
    if (header.frames().areSeveral()) {
      work.note("first of %s %s".formatted(header.frames().number(), unit(header.format())));
    }
    if (header.privateMetadata()) {
      work.note(NormalisedImage.METADATA_STRIPPED);
    }
  }

  private static String unit(ImageFormat format) {
    return switch (format) {
      case TIFF -> "pages";
      case JPEG -> "pictures";
      default -> "frames";
    };
  }
}

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
      String unit = header.format() == ImageFormat.TIFF ? "pages" : "frames";
      work.note("first of %s %s".formatted(header.frames().number(), unit));
    }
    if (header.privateMetadata()) {
      work.note(NormalisedImage.METADATA_STRIPPED);
    }
  }
}

package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;

/** Decodes a TIFF file's first page: the common codings here, fax and JPEG with the JDK. */
final class TiffDecoder implements Decoder {
  private static final int YCBCR = 6;

  @Override
  public Picture decode(UploadBytes file, ImageHeader header, Deadline deadline)
      throws IOException {
    TiffPage page = TiffPage.read(file, (int) header.width(), (int) header.height());
    boolean uncommon = page.photometric() == YCBCR;
    switch (page.compression()) {
      case TiffCoding.NONE,
          TiffCoding.LZW,
          TiffCoding.DEFLATE,
          TiffCoding.OLD_DEFLATE,
          TiffCoding.PACK_BITS -> {}
      case 2, 3, 4, 6, 7 -> uncommon = true;
      default ->
          throw Refusal.unsupported(
              "The file is a TIFF with a compression that few programs read.");
    }
    if (uncommon) {
      return JdkTiff.decode(file, deadline);
    }
    if (page.photometric() > TiffPage.CMYK || page.photometric() == 4 || page.bits() > 16) {
      throw Refusal.unsupported("The file is a TIFF with colours that few programs read.");
    }
    return new TiffBlocks(file, page, header, deadline).decode();
  }
}

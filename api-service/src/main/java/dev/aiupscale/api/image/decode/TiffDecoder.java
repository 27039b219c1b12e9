package dev.aiupscale.api.image.decode;

import dev.aiupscale.api.image.header.ImageHeader;
import dev.aiupscale.api.image.header.Refusal;
import dev.aiupscale.api.image.header.UploadBytes;
import java.io.IOException;

/** Decodes a TIFF file's first page: the common codings here, fax and raw YCbCr with the JDK. */
final class TiffDecoder implements Decoder {
  @Override
  public Picture decode(UploadBytes file, ImageHeader header, Deadline deadline)
      throws IOException {
    TiffPage page = TiffPage.read(file, (int) header.width(), (int) header.height());
    boolean ycc = page.photometric() == TiffPage.YCBCR;
    boolean known = page.photometric() <= TiffPage.CMYK && page.photometric() != 4 || ycc;
    if (!known || page.bits() > 16 || ycc && page.planar()) {
      throw Refusal.unsupported("The file is a TIFF with colours that few programs read.");
    }
    return switch (page.compression()) {
      case TiffCoding.NONE,
          TiffCoding.LZW,
          TiffCoding.DEFLATE,
          TiffCoding.OLD_DEFLATE,
          TiffCoding.PACK_BITS ->
          ycc
              ? JdkTiff.decode(file, deadline)
              : new TiffBlocks(file, page, header, deadline).decode();
      case TiffCoding.JPEG ->
          page.isOneBlock((int) header.width(), (int) header.height())
              ? new TiffJpeg(file, page, deadline).whole()
              : new TiffBlocks(file, page, header, deadline).decode();
      case TiffCoding.OLD_JPEG -> TiffOldJpeg.decode(file, header, deadline);
      case 2, 3, 4 -> JdkTiff.decode(file, deadline);
      default ->
          throw Refusal.unsupported(
              "The file is a TIFF with a compression that few programs read.");
    };
  }
}
